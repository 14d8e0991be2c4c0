import Kernel
import Testing

@testable import Casework

@Suite("The lines of a letter, laid out again")
struct LaidLinesTests {
    private let paragraph =
        "Tell us at once if you cannot come. We can change the day or the time if you tell us at least one working day before. Ring Ben Okoro on 01632 960103."

    /// A letter with its sentences run on, as large print sets it.
    private func runOn(_ letter: String) -> String {
        let lines = letter.laidLines
        return lines.enumerated().map { place, line in
            line.text + (line.goesOn ? " " : place + 1 < lines.count ? "\n" : "")
        }.joined()
    }

    @Test("A sentence that was broken for room runs on again, and every other line ends where it did (K-039)")
    func runsOn() {
        let letter = [["Northway Futures", "Mill House"], [paragraph], ["When: Monday", "Where: Mill House"]].laidOut
        #expect(letter.split(separator: "\n").contains { $0.count > 60 })
        #expect(
            runOn(letter)
                == "Northway Futures\nMill House\n\n\(paragraph)\n\nWhen: Monday\nWhere: Mill House\n")
    }

    @Test("Joined by line feeds, the lines are the letter, byte for byte", arguments: ["", "\n", "a", "a\n\n b\n"])
    func whole(text: String) {
        for letter in [text, [[paragraph, text]].laidOut] {
            #expect(letter.laidLines.map(\.text).joined(separator: "\n") == letter)
        }
    }
}
