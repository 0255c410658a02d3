# OpenCV's config file comes only with the whole of it (370 MB more): find the two parts by hand.
find_path(OPENCV_INCLUDE opencv2/imgproc.hpp PATH_SUFFIXES opencv4 REQUIRED)
find_library(OPENCV_CORE opencv_core REQUIRED)
find_library(OPENCV_IMGPROC opencv_imgproc REQUIRED)
add_library(opencv_imgproc INTERFACE)
target_include_directories(opencv_imgproc SYSTEM INTERFACE ${OPENCV_INCLUDE})
target_link_libraries(opencv_imgproc INTERFACE ${OPENCV_IMGPROC} ${OPENCV_CORE})
