#pragma once
// OpenGL's functions, as libGL exports them; every room that calls GL includes this. Main thread, context current.

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
