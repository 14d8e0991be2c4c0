import Foundation
import Kernel
import Testing

@testable import Casework

@Suite("The text of a notice")
struct NoticeTextTests {
    private func notice(
        _ purpose: AppointmentPurpose, _ mode: ContactMode, mandatory: Bool
    ) throws -> NoticeText {
        NoticeText(
            customer: "Rosa Parr", customerAddress: ["1 High Street", "Wakefield", "WF1 1AA"],
            sender: "Northern Works", senderAddress: ["12 Union Street", "Wakefield", "WF1 3AE"], adviser: "Dana Firth",
            programme: "the Work Programme", purpose: purpose, slot: try Story.slot("2012-06-14", mode: mode),
            place: ["Northern Works", "12 Union Street", "Wakefield", "WF1 3AE"], customerPhone: "01924 555555",
            phone: "01924 555010", email: "dana@northern.example", mandatory: mandatory, sent: day("2012-06-06"))
    }

    @Test(
        "A notice reads as the one that was agreed (C05, D-062, K-027)",
        arguments: [
            ("first-mandatory-face-to-face", AppointmentPurpose.first, ContactMode.faceToFace, true),
            ("first-voluntary-phone", .first, .phone, false), ("review-mandatory-phone", .review, .phone, true),
            ("review-voluntary-face-to-face", .review, .faceToFace, false),
        ])
    func golden(_ name: String, _ purpose: AppointmentPurpose, _ mode: ContactMode, _ mandatory: Bool) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Notices/\(name).txt")
        #expect(try notice(purpose, mode, mandatory: mandatory).text == String(contentsOf: file, encoding: .utf8))
    }

    @Test("A Welsh notice reads as the one that was agreed, and is known as Welsh (G-245, K-039)")
    func welsh() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Notices/first-mandatory-face-to-face.cy.txt")
        let notice = try notice(.first, .faceToFace, mandatory: true)
        let text = Language.welsh.write { notice.text }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
        #expect(NoticeText.language(of: text) == .welsh && NoticeText.language(of: notice.text) == .english)
    }

    @Test("Every notice is short, narrow, and says who, when and how to say no (K-027)")
    func every() throws {
        for purpose in AppointmentPurpose.allCases {
            for mode in ContactMode.allCases {
                for mandatory in [true, false] {
                    let text = try notice(purpose, mode, mandatory: mandatory).text
                    #expect(text.split(whereSeparator: \.isWhitespace).count < 250)
                    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
                    #expect(text.hasSuffix("Northern Works\n") && !text.contains("\n\n\n"))
                    let words = text.replacing("\n", with: " ")
                    for part in [
                        "6 June 2012", "When: Thursday 14 June 2012 at 9:30 am", "With: Dana Firth, Northern Works",
                        "How long: about 60 minutes", "If you cannot", "Ring Dana Firth on 01924 555010",
                    ] {
                        #expect(words.contains(part), "\(part)")
                    }
                    #expect(words.contains("required") == mandatory)
                    #expect(words.contains("you lose nothing") == !mandatory)
                }
            }
        }
    }

    @Test("Sentences are short and words plain enough for a reader of about eleven")
    func plain() throws {
        for purpose in AppointmentPurpose.allCases {
            for mandatory in [true, false] {
                let text = try notice(purpose, .faceToFace, mandatory: mandatory).text
                let body = text.components(separatedBy: "\n\n").dropFirst(6).dropLast(2).joined(separator: " ")
                let sentences = body.replacing("\n", with: " ").split(whereSeparator: { ".?!:".contains($0) })
                    .map { $0.split(separator: " ") }.filter { $0.count > 2 }
                #expect(sentences.allSatisfy { $0.count <= 27 }, "\(sentences.filter { $0.count > 27 })")
                let words = sentences.flatMap { $0 }
                let letters = words.reduce(0) { $0 + $1.filter(\.isLetter).count }
                // The automated readability index (Smith and Senter, 1967): 6 is read at about eleven.
                let index =
                    4.71 * Double(letters) / Double(words.count) + 0.5 * Double(words.count) / Double(sentences.count)
                    - 21.43
                #expect(index < 6.5, "\(purpose) \(mandatory): \(index)")
            }
        }
    }

    @Test("The clock is said as people say it")
    func clock() throws {
        for (hour, minute, said) in [(9, 0, "9 am"), (12, 0, "12 pm"), (13, 5, "1:05 pm"), (0, 30, "12:30 am")] {
            var one = try notice(.first, .faceToFace, mandatory: true)
            one.slot = try Story.slot("2012-12-14", hour, minute)
            #expect(one.text.contains("14 December 2012 at \(said)\n"))
        }
    }

    @Test("A notice given by hand has no address, and a call with no number asks for one")
    func parts() throws {
        var one = try notice(.first, .phone, mandatory: true)
        one.customerAddress = []
        one.customerPhone = nil
        one.email = nil
        #expect(one.text.contains("\n\nRosa Parr\n\nDear Rosa Parr\n\n"))
        #expect(one.text.replacing("\n", with: " ").contains("Please ring us with your number"))
        #expect(!one.text.contains(" or write to"))
    }
}
