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

    @Test("It is in Welsh from its first word to its last, whatever the reason (G-245)")
    func welsh() {
        for why in ["They know most about the work you want.", "The organisation that helped you is stopping.", nil] {
            let text = Language.welsh.write { letter(why: why) }
            #expect(text.hasPrefix("Harbour Lights") && text.contains("Annwyl Rosa Parr"), "\(why ?? "none")")
        }
    }
}
