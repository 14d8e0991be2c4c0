import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office

/// The list of what a first meeting has to tell, to be ticked and signed on paper (C05).
struct FirstMeetingText: Sendable {
    let name: String
    let topics: [FirstMeetingTopic]

    /// In the language it is written in; lines end with line feeds.
    var text: String {
        var lines = [FirstMeetingWords.title(), name, "", FirstMeetingWords.sheetLead(), ""]
        for topic in topics { lines += ["[ ] \(told(topic.text))", ""] }
        lines += [FirstMeetingWords.notClear(), "", FirstMeetingWords.signed(Self.line), ""]
        lines.append(FirstMeetingWords.day(Self.line))
        return lines.joined(separator: "\n") + "\n"
    }

    private static let line = String(repeating: "_", count: 40)
}

extension Site {
    func addFirstMeeting(to router: Router<SiteContext>) {
        router.get(RouterPath(SiteURL.Route.firstMeetingText.rawValue)) { [self] request, context in
            guard let visit = visit(request, context) else { return askToSignIn(request) }
            let opened = try await visit.office.open(visit.subject, as: visit.actor)
            guard opened.seen.sight.sees(.appointments), !opened.rules.firstMeeting.isEmpty else {
                throw Refusal(
                    "first-meeting.not-found",
                    "There is no list of a first meeting for you here. Go back to the customer's page.")
            }
            let sheet = FirstMeetingText(name: opened.seen.title, topics: opened.rules.firstMeeting)
            let text = (opened.seen.language ?? .english).write { sheet.text }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/plain; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"first-meeting.txt\"",
                ], body: .init(byteBuffer: ByteBuffer(string: text)))
        }
    }
}
