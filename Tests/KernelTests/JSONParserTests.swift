import Foundation
import Kernel
import Testing

@Suite("JSON read")
struct JSONParserTests {
    @Test(
        "Values are read, with white space anywhere between them",
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("\t[\r\n1 , 2 ]\n", [1, 2]), ("{ \"a\" : { } }", ["a": [:]]),
            ("[]", []), ("\"\"", ""), ("0", 0), ("-0", 0), ("-17", -17), ("1.0", .real(1)), ("1e3", .real(1000)),
            ("-2.5E-1", .real(-0.25)), ("1e+2", .real(100)), ("0.5", .real(0.5)),
        ] as [(String, JSON)])
    func reads(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
    }

    @Test(
        "Whole numbers of 64 bits are read exactly, greater ones as real, and those beyond any real are refused",
        arguments: [
            ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
            ("999999999999999999", .int(999_999_999_999_999_999)), ("9223372036854775808", .real(0x1p63)),
            ("123456789012345678901234567890", .real(123456789012345677877719597056)), ("1e308", .real(1e308)),
            ("5e-324", .real(.leastNonzeroMagnitude)), ("1e309", nil), ("-1e400", nil),
            (String(repeating: "9", count: 400), nil),
        ] as [(String, JSON?)])
    func bigNumbers(text: String, value: JSON?) {
        #expect((try? JSON(parsing: text)) == value)
    }

    @Test(
        "Escapes are read: the short ones, four digits, and surrogate pairs",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e9\u00C9\u0000""#, "éÉ\u{0}"),
            (#""\ud83d\ude00 \uDBFF\uDFFF""#, "😀 \u{10ffff}"), (#""a\u0301""#, "a\u{301}"), (#""\ufffe""#, "\u{fffe}"),
        ])
    func escapes(text: String, value: String) throws {
        let read = try #require(try JSON(parsing: text).string)
        #expect(Array(read.unicodeScalars) == Array(value.unicodeScalars))
    }

    @Test(
        "What is not JSON is refused",
        arguments: [
            "", " ", "nul", "nulll", "True", "undefined", "NaN", "Infinity", "'a'", "{a:1}", "{\"a\"}", "{\"a\":}",
            "{\"a\":1,}",
            "{,}", "{1:2}", "[1,]", "[,1]", "[1 2]", "[1}", "{\"a\":1]", "]", "1 2", "{} {}", "[", "{", "\"", "\"a",
            "// x\n1", "\u{feff}1",
            "\u{0}", "1\u{0}", "\u{a0}1",
            "01", "-01", "00", "+1", ".5", "-.5", "1.", "1.e5", "1e", "1e+", "1.5.2", "1-2", "--1", "-", "0x10",
            "1_000", "١",
            #""\x""#, #""\u12""#, #""\u+123""#, #""\u 123""#, #""\u12g4""#, #""\""#, #""\ud83d""#, #""\ude00""#,
            #""\ud83d\u0041""#,
            #""\ud83dx""#, #""\ud83d\ud83d""#, #""\ud83d\n""#,
        ])
    func refuses(text: String) {
        #expect(throws: JSONFault.self) { try JSON(parsing: text) }
    }

    @Test("A control character inside a string is refused; a delete character is not")
    func controlCharacters() throws {
        for code in UInt8(0)..<0x20 {
            #expect(throws: JSONFault.self) { try JSON(parsing: [0x22, 0x61, code, 0x22]) }
            #expect(throws: JSONFault.self) { try JSON(parsing: [0x22, 0x5C, 0x6E, code, 0x22]) }
        }
        #expect(try JSON(parsing: [0x22, 0x7F, 0x22]).string == "\u{7f}")
    }

    @Test(
        "Bytes that are not UTF-8 are refused, in a string or out of one",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0x80, 0x22],
            [0x7B, 0x22, 0x80, 0x22, 0x3A, 0x31, 0x7D], [0xFF], [],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONFault.self) { try JSON(parsing: bytes) }
    }

    @Test("Nesting is read as deep as is allowed, and a hundred thousand deep is refused rather than overflowing")
    func nesting() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSON(parsing: nested(64))
        #expect(throws: JSONFault.self) { try JSON(parsing: nested(65)) }
        #expect(throws: JSONFault.self) { try JSON(parsing: nested(100_000)) }
        #expect(throws: JSONFault.self) { try JSON(parsing: String(repeating: "{\"a\":", count: 100_000)) }
        _ = try JSON(parsing: nested(3), depth: 3)
        #expect(throws: JSONFault.self) { try JSON(parsing: nested(3), depth: 2) }
    }

    @Test("Cut short at any byte, an object is refused")
    func truncation() {
        let text = #"{"né":"a\n\ud83d\ude00 £","n":[-1.5e+10,0,true,false,null],"o":{"p":{}}}"#
        let bytes = Array(text.utf8)
        #expect((try? JSON(parsing: bytes)) != nil)
        for end in bytes.indices {
            #expect(throws: JSONFault.self) { try JSON(parsing: Array(bytes[..<end])) }
        }
    }

    @Test("A fault says at which byte reading stopped")
    func faultSaysWhere() {
        let fault = #expect(throws: JSONFault.self) { try JSON(parsing: #"{"a":1,"b":x}"#) }
        #expect(fault?.description == "not JSON: a value or a digit was expected at byte 11")
    }

    @Test("Of two members of one name the first answers, and both are kept")
    func repeatedName() throws {
        let value = try JSON(parsing: #"{"a":1,"a":2}"#)
        #expect(value["a"] == 1)
        #expect(value.text == #"{"a":1,"a":2}"#)
    }

    @Test("Text altered at random is refused or read, never half read; Foundation takes and refuses the same")
    func alteredText() {
        let samples = Samples(seed: 12)
        // Without a nought byte, by which Foundation guesses UTF-16.
        let alphabet = Array(#"{}[]",:\ 0123456789.-+eEtrufalsn"#.utf8) + [0x0A, 0x1F, 0x7F, 0x80, 0xC3, 0xFF]
        var disagreed: [String] = []
        for _ in 0..<10_000 {
            var bytes = Array(samples.json(depth: 3).text.utf8)
            for _ in 0...samples.int(0...2) where !bytes.isEmpty {
                let position = samples.random.below(bytes.count)
                switch samples.random.below(3) {
                case 0: bytes[position] = samples.one(of: alphabet)
                case 1: bytes.insert(samples.one(of: alphabet), at: position)
                default: bytes.remove(at: position)
                }
            }
            let ours = try? JSON(parsing: bytes)
            let theirs = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            if (ours == nil) != (theirs == nil) { disagreed.append(String(decoding: bytes, as: UTF8.self)) }
            if let ours, (try? JSON(parsing: ours.text)) != ours { disagreed.append(ours.text) }
        }
        #expect(disagreed.isEmpty)
    }
}
