// SPDX-License-Identifier: BSL-1.0
// Where does oneDNN come in? Here, by its interface in C, which costs little to include. Work is shared by our own threads, as
// all work is: each of them calls oneDNN for its piece, and oneDNN's own threads are kept out of it.
#pragma once

#include "../config.hpp"

#if SHAPEPROOF_ONEDNN

#include <dlfcn.h>
#include <oneapi/dnnl/dnnl.h>

#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>

#include "../../buffer.hpp"

#if DNNL_VERSION_MAJOR != 2
#error "shapeproof knows the interface of oneDNN 2.x; this is another: set SHAPEPROOF_ENGINE to eigen"
#endif

namespace shapeproof::engine::onednn {

// It has nothing to refuse: shapes were checked before. What is left is memory.
inline void check(dnnl_status_t status) {
  if (status == dnnl_out_of_memory) throw std::bad_alloc();
  // not a sentence: a failure of its own, which no shape causes
  if (status != dnnl_success) throw std::runtime_error("oneDNN refuses what shapeproof asked of it");
}

// Whether `status` says that oneDNN has no kernel for what was asked.
inline bool is_missing(dnnl_status_t status) {
  if (status == dnnl_unimplemented) return true;
  check(status);
  return false;
}

// While it lives, OpenMP gives this thread no others. OpenMP's library is asked for by name: which one oneDNN loaded is
// known at run time only, and a oneDNN without it needs nothing.
class OneThread {
 public:
  OneThread() : before_(functions().get ? functions().get() : 0) { set(1); }
  ~OneThread() { set(before_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  struct Functions {
    int (*get)() = nullptr;
    void (*set)(int) = nullptr;
  };
  static const Functions& functions() {
    static const Functions found{reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "omp_get_max_threads")),
                                 reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "omp_set_num_threads"))};
    return found;
  }
  void set(int count) {
    if (functions().set && before_ > 1) functions().set(count);
  }
  int before_;
};

// The processor, as oneDNN calls it; lives as long as the program, as the primitives kept for it do.
inline dnnl_engine_t processor() {
  static const dnnl_engine_t engine = [] {
    dnnl_engine_t made = nullptr;
    check(dnnl_engine_create(&made, dnnl_cpu, 0));
    return made;
  }();
  return engine;
}

// One per thread, as two threads must not use one at once.
inline dnnl_stream_t stream() {
  struct Stream {
    Stream() { check(dnnl_stream_create(&stream, processor(), dnnl_stream_default_flags)); }
    ~Stream() { dnnl_stream_destroy(stream); }
    dnnl_stream_t stream = nullptr;
  };
  thread_local const Stream own;
  return own.stream;
}

}  // namespace shapeproof::engine::onednn

#endif
