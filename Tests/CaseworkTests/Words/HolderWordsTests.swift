import Kernel
import Testing

@testable import Casework

@Suite("The letter about who has somebody now")
struct HolderWordsTests {
    private func letter(why: String?, isMove: Bool = true, title: String = "Work Programme") -> String {
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Harbour Lights", adviser: "Stella Marsh", place: [], phone: "",
            programme: Programme(id: "made-up", title: title).titleInSentence,
            sent: day("2012-06-07"))
        return HolderText(head, why: why, isMove: isMove).text
    }

    @Test("It says why, or whom to ask where the list has no words of that for them (C04)")
    func why() {
        #expect(letter(why: "You asked for this.").contains("You asked for this."))
        #expect(!letter(why: "You asked for this.").contains("ask us."))
        let bare = letter(why: nil).replacing("\n", with: " ")
        #expect(bare.contains("helps you now. If you would like to know why this changed, ask us."))
        #expect(!letter(why: nil, isMove: false).contains("ask us."))
    }

    @Test("It names the programme as a sentence does, in both languages")
    func programme() {
        let english = letter(why: nil).replacing("\n", with: " ")
        #expect(english.contains("Your place on the Work Programme and your time on it stay the same."))
        let welsh = Language.welsh.write { letter(why: nil) }.replacing("\n", with: " ")
        #expect(welsh.contains("y Rhaglen Waith") && !welsh.contains("Work Programme"))
        #expect(Programme(id: "pathways-to-work-2003", title: "Pathways to Work").titleInSentence == "Pathways to Work")
        for title in ["Work Programme", "Pathways to Work", "Wakefield Jobcentre Plus offer"] {
            let text = Language.welsh.write { letter(why: nil, title: title) }
            #expect(text.contains("Annwyl Rosa Parr") && !text.contains(title), "\(title)")
        }
    }

    @Test("To somebody who came back it says who has them again and how long remains, in under 150 words (C13)")
    func back() {
        let head = LetterHead(
            customer: "Rosa Parr", organisation: "Harbour Lights", adviser: "Stella Marsh", place: ["9 Quay Street"],
            phone: "01632 960280", programme: "the Work Programme", sent: day("2012-11-05"))
        let left: [(String, english: String, welsh: String)] = [
            ("2014-06-11", "You have 19 months left with us, until 11 June 2014.", "Mae gennych 19 mis ar ôl gyda ni"),
            ("2013-01-20", "You have 11 weeks left with us, until 20 January 2013.", "Mae gennych 11 wythnos ar ôl"),
            ("2012-11-09", "You are with us until 9 November 2012.", "Rydych gyda ni tan 9 Tachwedd 2012."),
        ]
        for (until, english, welsh) in left {
            let letter = HolderText(head, why: "You asked for this.", isMove: true, backUntil: day(until))
            let words = letter.text.replacing("\n", with: " ")
            #expect(words.contains("You are back with us") && words.contains("so you are back on the Work Programme."))
            #expect(words.contains("Stella Marsh at Harbour Lights helps you now. \(english)"), "\(words)")
            #expect(!words.contains("You asked for this.") && !words.contains("Your record has come with you"))
            #expect(letter.text.split { $0 == " " || $0.isNewline }.count < 150)
            let told = Language.welsh.write { letter.text }.replacing("\n", with: " ")
            #expect(told.contains("Rydych yn ôl gyda ni") && told.contains(welsh), "\(told)")
        }
    }

    @Test("It is in Welsh from its first word to its last, whatever the reason (G-245)")
    func welsh() {
        for why in ["They know most about the work you want.", "The organisation that helped you is stopping.", nil] {
            let text = Language.welsh.write { letter(why: why) }
            #expect(text.hasPrefix("Harbour Lights") && text.contains("Annwyl Rosa Parr"), "\(why ?? "none")")
        }
    }
}
