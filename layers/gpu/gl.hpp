// SPDX-License-Identifier: Apache-2.0
#pragma once
// OpenGL's functions as libGL exports them; every file that calls GL includes this header. Needs a current GL
// context; main thread.

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
