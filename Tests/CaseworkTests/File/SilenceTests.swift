import Kernel
import Testing

@testable import Casework

@Suite("Contact after attachment")
struct SilenceTests {
    private func silence(_ story: Story) -> Due? { story.standing().dues.first { $0.code == .silence } }

    private func tried(_ route: ContactTry.Route, reached: Bool, on text: String) -> RecordContact {
        RecordContact(ContactTry(route: route, reached: reached, on: day(text)))
    }

    @Test(
        "A call or a message that was answered is two-way contact, so silence is counted from it; a letter is none (G-095, M-069)",
        arguments: ContactTry.Route.allCases)
    func answered(route: ContactTry.Route) throws {
        // Attached on 14 June, so that silence is due a fortnight later.
        var story = try Story.attached(at: "2012-06-28")
        #expect(silence(story)?.day == day("2012-06-28"))
        try story.perform(tried(route, reached: true, on: "2012-06-27"), by: Story.dana)
        #expect((silence(story) == nil) == (route != .letter))
        story.at("2012-07-11")
        #expect(silence(story)?.day == day(route == .letter ? "2012-06-28" : "2012-07-11"))
    }

    @Test("Whoever looks for somebody sees by which routes they were tried since the last contact (G-119)")
    func routes() throws {
        var story = try Story.attached(at: "2012-06-20")
        try story.perform(tried(.phone, reached: false, on: "2012-06-19"), by: Story.dana)
        try story.perform(tried(.phone, reached: true, on: "2012-06-20"), by: Story.dana)
        story.at("2012-07-09")
        for route in [ContactTry.Route.phone, .phone, .text] {
            try story.perform(tried(route, reached: false, on: "2012-07-06"), by: Story.dana)
        }
        #expect(
            silence(story)?.sentence
                == "No two-way contact for 19 days while attached and not working. Tried 3 times: by phone (twice), by text message."
        )
    }
}
