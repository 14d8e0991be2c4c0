import Kernel
import TestSupport
import Testing

@testable import Office

@Suite("One-time codes")
struct OneTimeCodeTests {
    /// The key of both documents' examples.
    private static let key = Array("12345678901234567890".utf8)

    @Test("They are those of RFC 4226, appendix D")
    func counted() {
        let codes = OneTimeCodes(key: Self.key)
        #expect(
            (0..<10).map { codes.code(at: $0) } == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ])
    }

    @Test(
        "They are those of RFC 6238, appendix B, for SHA-1",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func timed(seconds: Int, expected: String) {
        let moment = Instant(milliseconds: Int64(seconds) * 1000)
        let codes = OneTimeCodes(key: Self.key, digits: 8)
        #expect(codes.code(at: OneTimeCodes.step(at: moment)) == expected)
        #expect(codes.step(of: expected, at: moment) == OneTimeCodes.step(at: moment))
        // Six digits are the last six of the eight.
        #expect(OneTimeCodes(key: Self.key).code(at: OneTimeCodes.step(at: moment)) == String(expected.suffix(6)))
    }

    @Test("One is taken in its own half-minute and those beside it, in no other, and never once it or a later one was")
    func window() {
        let random = RandomSource.seeded(3)
        for _ in 0..<300 {
            let codes = OneTimeCodes(key: (0..<20).map { _ in UInt8(random.below(256)) }, digits: 8)
            let moment = Instant(milliseconds: 1_000_000_000 + Int64(random.below(4_000_000_000_000)))
            let now = OneTimeCodes.step(at: moment)
            for step in now - 4...now + 4 {
                let typed = codes.code(at: step)
                let taken = abs(step - now) <= OneTimeCodes.drift ? step : nil
                #expect(codes.step(of: typed, at: moment) == taken)
                #expect(codes.step(of: typed, at: moment, after: step - 1) == taken)
                #expect(codes.step(of: typed, at: moment, after: step) == nil)
                #expect(codes.step(of: typed, at: moment, after: step + 1) == nil)
            }
        }
    }

    @Test("One is read with the spaces that an authenticator shows, and nothing else is one")
    func typed() {
        let moment = Instant(milliseconds: 59_000)
        let codes = OneTimeCodes(key: Self.key)
        for good in ["287082", " 287 082 "] { #expect(codes.step(of: good, at: moment) == 1) }
        for bad in ["", "287", "28708", "2870822", "287o82", "２８７０８２", "-28708", "94287082"] {
            #expect(codes.step(of: bad, at: moment) == nil, "\(bad)")
        }
    }

    @Test(
        "A key is written as RFC 4648 §10 has it, and read back",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(clear: String, expected: String) {
        #expect(AuthenticatorKey.base32(Array(clear.utf8)) == expected)
        #expect([UInt8](base32: expected) == Array(clear.utf8))
    }

    @Test("A key is shown in groups of four, and in a link that opens an authenticator")
    func shown() {
        let key = AuthenticatorKey(Self.key, of: "dana.whitlock")
        #expect(key.written == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            key.address
                == "otpauth://totp/Throughline:dana.whitlock?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Throughline&algorithm=SHA1&digits=6&period=30"
        )
    }
}
