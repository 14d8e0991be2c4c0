import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("The page of assessments")
struct AssessmentPageTests {
    @Test("An assessment is offered to be begun for as long as there is one that is not under way (C06)")
    func offered() async throws {
        let room = try await Partnership()
        let subject = try await room.attached("Rosa")
        let browser = try await room.browser(room.adviser)
        func isOffered() async throws -> Bool {
            try await browser.get(SiteURL.assessment(subject).address).text
                .contains("href=\"\(SiteURL.form(.assess, subject).address)\"")
        }
        for instrument in room.office.tools.offered {
            #expect(try await isOffered(), "\(instrument.id) is not begun")
            try await room.perform(
                BeginAssessment(instrument: instrument.id, version: instrument.version, mode: .open), on: subject,
                as: room.adviser)
        }
        #expect(try await isOffered() == false)
        try await room.close()
    }
}
