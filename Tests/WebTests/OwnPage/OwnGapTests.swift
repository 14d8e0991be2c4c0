import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("A gap between a benefit and pay on a customer’s own page")
struct OwnGapTests {
    @Test("With no benefit and no pay on record for over 14 days they are asked whether that is right (G-036)")
    func asked() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        func state(_ on: Bool, from day: CalendarDay) async throws {
            let statement = BenefitStatement(
                benefit: "JSA", on: on, from: day, until: nil, certainty: .known, source: .jobcentre)
            try await room.perform(StateBenefit(statement: statement), on: rosa, as: room.jobcentreAdviser)
        }
        let off = room.now.day.adding(days: -20)
        try await state(true, from: room.now.day.adding(days: -60))
        let before = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(!before.contains(OwnTellWords.gapTitle.english))
        try await state(false, from: off)
        let page = try await phone.get(SiteURL.meTell.address).page().root.text
        #expect(page.contains(OwnTellWords.gapTitle.english) && page.contains(off.written))
        let ben = try await room.browser(room.adviser)
        let read = try await ben.get(SiteURL.customer(rosa).address).text
        #expect(read.contains("No benefit and no pay on record since \(off.written)."))
        try await room.close()
    }
}
