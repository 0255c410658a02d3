# LibTorch by path: its own find_package wants CUDA. LIMN_LIBTORCH is a folder with the wheels' layout:
# torch/ and, for the official build, nvidia/cu13/lib beside it (site-packages of a Python that has torch).
set(LIMN_LIBTORCH ${LIMN_ROOT}/build/libtorch CACHE PATH "Folder that holds torch/")
if(NOT EXISTS ${LIMN_LIBTORCH}/torch/lib/libtorch_cpu.so)
    message(FATAL_ERROR "No LibTorch in ${LIMN_LIBTORCH}: start ./run, or name it by -DLIMN_LIBTORCH=")
endif()
add_library(libtorch INTERFACE)
target_include_directories(libtorch SYSTEM INTERFACE ${LIMN_LIBTORCH}/torch/include
    ${LIMN_LIBTORCH}/torch/include/torch/csrc/api/include)
target_link_libraries(libtorch INTERFACE ${LIMN_LIBTORCH}/torch/lib/libtorch_cpu.so ${LIMN_LIBTORCH}/torch/lib/libc10.so)
target_link_options(libtorch INTERFACE -Wl,-rpath-link,${LIMN_LIBTORCH}/nvidia/cu13/lib)
