import Crypto
import Testing

@testable import Records

@Suite("The cache of keys")
struct KeyCacheTests {
    @Test("What was used of late is not unwrapped again, and no more is kept than was asked")
    func bounded() {
        let cache = KeyCache(limit: 10)
        var unwrapped = 0
        func key(_ number: Int) -> SymmetricKey {
            cache.key(for: .init(bytes: [UInt8(number)], subject: "s", retention: "support")) {
                unwrapped += 1
                return SymmetricKey(size: .bits256)
            }
        }
        let first = key(0)
        for number in 1..<200 {
            _ = key(number)
            #expect(key(0) == first, "One that is always in use stays")
            #expect(cache.count <= 11)
        }
        #expect(unwrapped == 200)
        _ = key(1)
        #expect(unwrapped == 201, "One long unused is dropped")
    }
}
