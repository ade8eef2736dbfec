// SPDX-License-Identifier: Apache-2.0
#pragma once
// Owners of what GLib and its kin hand out: objects (librsvg, JavaScriptCore) and texts. Any thread; an object belongs
// to one at a time.

#include <glib-object.h>

#include <memory>

namespace layers {

struct GObjectUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class Object>
using GObjectHandle = std::unique_ptr<Object, GObjectUnref>;

struct GFree {
    void operator()(gpointer memory) const { g_free(memory); }
};
using GText = std::unique_ptr<char, GFree>;

}  // namespace layers
