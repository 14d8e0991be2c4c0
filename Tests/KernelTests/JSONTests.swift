import Kernel
import Testing

@Suite("JSON written")
struct JSONTests {
    @Test("Members are written in the order they were given, and nil is not written at all")
    func memberOrder() throws {
        let fact = JSON.fields(["zone": "b", "area": "a", "note": nil, "count": 3])
        #expect(fact.text == #"{"zone":"b","area":"a","count":3}"#)
        #expect(try JSON(parsing: fact.text) == fact)
    }

    @Test("Quotation marks, backslashes and control characters are escaped; everything else is as it is")
    func escapes() {
        let text = JSON.string("\"\\/\n\r\t\u{0}\u{8}\u{1f}\u{7f}é😀").text
        #expect(text == #""\"\\/\n\r\t\u0000\u0008\u001f"# + "\u{7f}é😀\"")
    }

    @Test("A number that is not finite is written as null")
    func notFinite() {
        #expect(JSON.array([.real(.nan), .real(.infinity), .real(1.5)]).text == "[null,null,1.5]")
    }

    @Test("Lines are indented by two spaces, and an empty list stays on its line")
    func pretty() {
        let value: JSON = ["cases": 2, "edges": [["from": "a"]], "none": [], "nothing": [:]]
        #expect(
            value.pretty == """
                {
                  "cases": 2,
                  "edges": [
                    {
                      "from": "a"
                    }
                  ],
                  "none": [],
                  "nothing": {}
                }
                """)
    }

    @Test("Whatever is written, on one line or on many, is read back as the same value and written the same again")
    func roundTrip() throws {
        let samples = Samples(seed: 11)
        for _ in 0..<2_000 {
            let value = samples.json(depth: 4)
            let read = try JSON(parsing: value.text)
            #expect(read == value)
            #expect(read.text == value.text)
            #expect(try JSON(parsing: value.pretty).text == value.text)
            #expect(try JSON(parsing: Array(value.text.utf8)).text == value.text)
        }
    }

    @Test("Members are read by name and by kind, and what is missing or of another kind is named")
    func readsMembers() throws {
        let moment = try Instant("2012-08-09T08:30Z")
        let id = try Identifier<Person>("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
        let value = JSON.fields([
            "name": "Ada", "weeks": 26, "due": true, "list": [1, 2], "day": .text(moment.day), "at": .text(moment),
            "id": .text(id), "role": "home-visitor", "gone": .null,
        ])
        #expect(try value.string("name") == "Ada")
        #expect(try value.int("weeks") == 26)
        #expect(try value.bool("due"))
        #expect(try value.array("list") == [1, 2])
        #expect(try value.day("day") == moment.day)
        #expect(try value.instant("at") == moment)
        #expect(try value.identifier("id") == id)
        #expect(try value.coded("role", as: Role.self) == .homeVisitor)
        #expect(try value.optional("gone", JSON.string) == nil)
        #expect(try value.optional("absent", JSON.int) == nil)
        #expect(try value.optional("weeks", JSON.int) == 26)
        for work in [{ _ = try value.int("name") }, { _ = try value.string("gone") }, { _ = try value.day("absent") }] {
            #expect(throws: JSONFault.self) { try work() }
        }
        let fault = #expect(throws: JSONFault.self) { try value.optional("name", JSON.int) }
        #expect(fault?.description == "“name” is missing or not of its form")
        #expect(throws: Refusal.self) { try value.day("name") }
    }
}
