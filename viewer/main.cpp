// The program `opsmap`. Today it answers --version; the stage is not built yet.
#include <cstdio>
#include <string_view>

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
        std::puts("opsmap " OPSMAP_VERSION);
        return 0;
    }
    std::fputs("opsmap: the stage is not built yet. Only --version is understood.\n", stderr);
    return 2;
}
