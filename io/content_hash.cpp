#include "io/content_hash.h"

#include "io/import_request.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <cerrno>

#include <unistd.h>

namespace limn {

namespace {

constexpr std::size_t pieceBytes = std::size_t{128} << 10;

} // namespace

struct ContentHash::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

ContentHash::ContentHash(const std::filesystem::path& path)
    : m_path(path)
    , m_piece(pieceBytes)
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr); // nobody's settings, nobody's modules
    m_state = std::make_unique<State>();
    auto file = openForReading(path);
    if (!file)
        m_error = file.error();
    else if (m_state->context == nullptr
             || EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) != 1)
        m_error = Error{ErrorCode::Internal, {}, "no SHA-256"};
    else
        m_file.emplace(std::move(*file));
}

ContentHash::~ContentHash() = default;

bool ContentHash::advance()
{
    if (!m_file)
        return false;
    const ssize_t got = read(m_file->number(), m_piece.data(), m_piece.size());
    if (got < 0 && errno == EINTR)
        return true;
    if (got < 0)
        m_error = readFailure(m_path, errno).error();
    if (got <= 0) {
        m_file.reset();
        return false;
    }
    EVP_DigestUpdate(m_state->context, m_piece.data(), static_cast<std::size_t>(got));
    return true;
}

Result<std::string> ContentHash::finish(const std::stop_token& stop)
{
    while (advance())
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, shownName(m_path));
    if (m_error)
        return fail(m_error->code, shownName(m_path), m_error->detail);
    std::string sum(32, '\0');
    EVP_DigestFinal_ex(m_state->context, reinterpret_cast<unsigned char*>(sum.data()), nullptr);
    return hexOf(sum);
}

} // namespace limn
