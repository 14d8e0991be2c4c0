import Casework
import Kernel

/// How to meet somebody safely, for whoever does. That there is a notice shows to nobody else.
struct SafetySection: Component {
    let page: CustomerPage

    var body: some HTML {
        let holding = page.seen.safety?.holding(on: page.day) ?? []
        if !holding.isEmpty || wish != nil {
            NoticeBox(title: page.relation == .oneself ? "Meeting you" : "When you meet them") {
                ForEach(holding, content: notice)
                if let wish {
                    p {
                        "\(page.relation == .oneself ? "You would" : "They would") rather see \(wish.title.inSentence)."
                    }
                }
            }
        }
    }

    private var wish: AdviserWish? {
        page.seen.safety?.wish?.value.flatMap { $0 == .either ? nil : $0 }
    }

    private func notice(_ notice: SafetyNotice) -> some HTML {
        Fragment {
            ul { ForEach(notice.terms.value?.asks ?? []) { ask in li { ask.title } } }
            if let words = notice.terms.value?.words { p { words.text } }
            p(.class("hint")) {
                "Until \(notice.review.written), when it is looked at again."
                if notice.hidden { " It is not shown to them." }
            }
            OfferedButtons {
                if page.relation != .oneself {
                    page.offers.link(.reviewSafety, "Look at it again", item: notice.id.description)
                }
                page.offers.link(
                    .hideSafety, notice.hidden ? "Show it to them" : "Keep it from their own page",
                    item: notice.id.description)
            }
        }
    }
}

/// The ways to say how somebody is met, for those who may. That there is a notice shows here to nobody.
struct MeetingOffers: Component {
    let page: CustomerPage

    var body: some HTML {
        if page.offers.may(.raiseSafety) || page.offers.may(.wishForAdviser) {
            Section("Meeting them", id: "meeting") {
                OfferedButtons {
                    page.offers.link(.raiseSafety, "How to meet them safely")
                    page.offers.link(.wishForAdviser, "Whom they would rather see")
                }
            }
        }
    }
}
