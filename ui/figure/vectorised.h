// A loop over pixels compiled twice, also for processors with AVX2; the values are the same (AVX2
// alone has no fused multiplication). Not under sanitizers, which start after the choice is made.
#pragma once

#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LIMN_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define LIMN_VECTORISED
#endif
