import Kernel
import Testing

@testable import Casework

@Suite("The letter about who has somebody now")
struct HolderWordsTests {
    private func letter(why: String?, isMove: Bool = true) -> String {
        HolderText(
            customer: "Rosa Parr", organisation: "Harbour Lights", adviser: "Stella Marsh", place: [], phone: "",
            programme: "Work Programme", why: why, isMove: isMove, sent: day("2012-06-07")
        ).text
    }

    @Test("It says why, or whom to ask where the list has no words of that for them (C04)")
    func why() {
        #expect(letter(why: "You asked for it.").contains("You asked for it."))
        #expect(!letter(why: "You asked for it.").contains("ask us."))
        let bare = letter(why: nil).replacing("\n", with: " ")
        #expect(bare.contains("helps you now. If you would like to know why this changed, ask us."))
        #expect(!letter(why: nil, isMove: false).contains("ask us."))
    }

    @Test("It is in Welsh from its first word to its last, whatever the reason (G-245)")
    func welsh() {
        for why in ["They know most about the work you want.", "The organisation that helped you is stopping.", nil] {
            let text = Language.welsh.write { letter(why: why) }
            #expect(text.hasPrefix("Harbour Lights") && text.contains("Annwyl Rosa Parr"), "\(why ?? "none")")
        }
    }
}
