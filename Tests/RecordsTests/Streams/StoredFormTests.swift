import TestSupport
import Testing

@testable import Records

/// Digests, seals and hashes as another program makes them (Python, hashlib and cryptography). A store holds millions of
/// their like: no later change may alter one.
@Suite("Stored forms")
struct StoredFormTests {
    private let event = StoredEvent(
        stream: "case", subject: "0190a000-0000-7000-8000-000000000001", sequence: 2,
        id: "0190a000-0000-7000-8000-000000000002", kind: "appointment.booked", version: 1, occurred: "2011-06-01",
        recorded: "2011-06-01T09:00:00.000Z", person: "0190a000-0000-7000-8000-000000000003",
        organisation: "0190a000-0000-7000-8000-000000000004", role: "adviser", clear: #"{"day":"2011-06-08"}"#,
        sealed: [1, 2, 3], retention: "support", salt: Array(0..<16),
        clearDigest: StoredEvent.digest(ofClear: #"{"day":"2011-06-08"}"#, salt: Array(0..<16)),
        sealedDigest: StoredEvent.digest(ofSealed: [1, 2, 3]), digest: [])

    @Test("The links of a chain")
    func links() {
        #expect(event.clearDigest.hexadecimal == "ee833cd28080c1076254f940a69d06df6ee34e3bfa8f7bcd9628c5b4bcc5978d")
        #expect(event.sealedDigest?.hexadecimal == "29cfb69f2031c16e30b8ee343551a6d9ab2c44dbc30f5130e6b9a50d70b7cd95")
        #expect(
            event.link(after: nil).hexadecimal == "47b682c404be3533ea59fb0ae0502ba3275f117ec44fafe27ea52ba2b558cbca")
        #expect(
            event.link(after: Array(repeating: 7, count: 32)).hexadecimal
                == "51a4066e80bf77532aca6e3f511d699fed42026432246d843da016615578b5b8")
        let checkpoint = Checkpoint(number: 3, made: "2011-06-01T09:00:00.000Z", heads: 2, headsDigest: [1, 2])
        #expect(
            checkpoint.link(after: nil).hexadecimal
                == "f9f80ef018588b6491dd1bad241882ba4e83266716c9d4a579ee1b11f475f9de")
    }

    @Test("What is derived from a master key")
    func derived() throws {
        let keys = try Keyring(MasterKey(bytes: Array(0..<32)))
        #expect(keys.fingerprint == "c2e746766de63b32")
        #expect(keys.verifyingKey == "edaa3c4d0284490a3a2bca330ac52bf2c5bd723dcdace85134eedfba399a8475")
        #expect(
            keys.lookupHash(.nationalInsuranceNumber, "QQ123456C")
                == "5fef6932d4e41dabdf35f18ab55bb53fc0194b598f2178b1ad7ffbd48c395015")
        #expect(
            keys.lookupHash(.birthDate, "1980-02-29")
                == "15ed6db9d821fcc4f34c8cbf1f6b816b3f9e755eea09fd1b04260a3f484cb2f8")
        #expect(keys.contentDigest([1, 2, 3]) == "bd1b21cec5824bed8f4c14b6ab25fa8a7639548aaa2c1476fae7c695e01fabd8")
        let sealed = "01000102030405060708090a0bc55ab3a149160e28243f9f33ddf8438fdd00e3"
        let bytes = try #require([UInt8](hexadecimal: sealed))
        #expect(try keys.wrapping.open(bytes, of: "s", ["a", "b"]) == [1, 2, 3])
    }

    @Test("Parts that run together differently make different bytes")
    func transcripts() {
        func bytes(_ parts: [String?]) -> [UInt8] {
            var transcript = Transcript("p")
            for part in parts { transcript.add(part) }
            return transcript.bytes
        }
        let all: [[String?]] = [
            [], [""], [nil], ["ab"], ["a", "b"], ["", "ab"], ["ab", ""], ["ab", nil], ["a", nil, "b"],
        ]
        #expect(Set(all.map(bytes)).count == all.count)
    }

    @Test("Hexadecimal is read as it is written, and nothing else is read")
    func hexadecimal() {
        let bytes = (0..<256).map { UInt8($0) }
        #expect([UInt8](hexadecimal: bytes.hexadecimal) == bytes)
        #expect([UInt8](hexadecimal: "0aFF") == [10, 255])
        for text in ["0", "0g", "é", " 00", "+1", "０１"] { #expect([UInt8](hexadecimal: text) == nil) }
    }
}
