import Casework
import Kernel
import Office

/// What their first meeting had to tell, what of it is on record as told, and where to ask (C05).
struct OwnFirstMeeting: Component {
    let own: OwnVisit

    private var topics: [FirstMeetingTopic] { own.opened.rules.firstMeeting }

    private var held: Appointment? {
        own.seen.appointments.filter(\.isHeldFirst).max { $0.slot.starts < $1.slot.starts }
    }

    var body: some HTML {
        if !topics.isEmpty, let held {
            Section(FirstMeetingWords.title(), id: "first-meeting") {
                if let list = held.firstTold?.list {
                    p { FirstMeetingWords.heard(held.slot.day) }
                    lines { list.told.contains($0.code) }
                    if !list.left.isEmpty {
                        p { FirstMeetingWords.left() }
                        lines { list.left.contains($0.code) }
                    }
                } else {
                    p { FirstMeetingWords.should(held.slot.day) }
                    lines { _ in true }
                }
                p { FirstMeetingWords.notClear() }
                Buttons { LinkButton(FirstMeetingWords.ask(), to: SiteURL.meForm(.ask).address) }
            }
        }
    }

    private func lines(_ isMeant: (FirstMeetingTopic) -> Bool) -> some HTML {
        ul { ForEach(topics.filter(isMeant)) { topic in li { told(topic.text) } } }
    }
}
