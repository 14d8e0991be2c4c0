import Casework
import Kernel

/// A referral's way down the chain, on the customer's page: who has them and why, who was asked, and what can be done.
struct ChainLines: Component {
    let page: CustomerPage
    let referral: Referral

    var body: some HTML {
        if let line = referral.whoHasThem(names: page.names, programme: page.programme) {
            p {
                strong { page.relation == .oneself ? "Who has you now" : "What they are told" }; ": \(line)"
            }
        }
        if let hop = referral.chain.waiting { waiting(hop) }
        if let hop = referral.refusedHop { refused(hop) }
        if let first = FirstContact(referral, page.seen.appointments, in: page.programme),
            page.sight.sees(.appointments)
        {
            p { contact(first) }
        }
        if !over.isEmpty || !referral.chain.handovers.isEmpty {
            Disclosure("Where they were sent, and handed over") {
                ul {
                    ForEach(over) { hop in li { told(hop) } }
                    ForEach(referral.chain.handovers) { handover in li { told(handover) } }
                }
            }
        }
    }

    private var over: [Hop] { referral.chain.hops.filter { $0.answer != nil } }

    private func waiting(_ hop: Hop) -> some HTML {
        let to = page.names.organisation(hop.to)
        let mine = hop.to == page.actor.organisation
        return NoticeBox(.attention, title: mine ? "You are asked to take them on" : "\(to) is asked to take them on") {
            p {
                "\(page.names.organisation(hop.event.by.organisation)) asked on \(hop.event.recorded.day.written)\(why(hop))."
            }
            if let words = hop.words.value { blockquote { words.text } }
            OfferedButtons {
                if mine {
                    page.offers.link(.takeOn, "Take them on", primary: true)
                    page.offers.link(.turnDown, "You cannot take them on")
                }
                if [hop.from, referral.prime].contains(page.actor.organisation) {
                    page.offers.link(.takeBack, "Take them back")
                }
            }
        }
    }

    /// A refusal that nothing came of yet, for those who have the person or run the programme for them.
    @HTMLBuilder private func refused(_ hop: Hop) -> some HTML {
        if page.offers.may(.keep), [referral.holder, referral.prime].contains(page.actor.organisation) {
            NoticeBox(.attention, title: "\(page.names.organisation(hop.to)) cannot take them on") {
                p { told(hop) }
                OfferedButtons {
                    page.offers.link(.passOn, "Send them on elsewhere", primary: true)
                    page.offers.link(.keep, "Keep them")
                }
            }
        }
    }

    private func why(_ hop: Hop) -> String {
        page.programme?.reason(hop.reason, in: .chainMove).map { ": \($0.text.inSentence)" } ?? ""
    }

    private func contact(_ first: FirstContact) -> String {
        guard let made = first.made else {
            let late = first.last < page.day ? "was to be made" : "is to be made"
            return "First contact \(late) by \(first.last.written)."
        }
        return "First contact on \(made.written), \(first.inTime == true ? "in time" : "late"): "
            + "it was to be by \(first.last.written)."
    }

    private func told(_ hop: Hop) -> String {
        let to = page.names.organisation(hop.to)
        switch hop.answer {
        case .takenOn(let event, _): return "\(to) took them on, \(event.recorded.day.written)\(why(hop))."
        case .turnedDown(let event, let reason, let words):
            let text = page.programme?.reason(reason, in: .chainRefusal)?.text.inSentence ?? reason
            return "\(to) could not, \(event.recorded.day.written): \(text)."
                + (words.value.map { " “\($0.text)”" } ?? "") + (hop.kept == nil ? "" : " They were kept.")
        case .takenBack(let event): return "Taken back from \(to), \(event.recorded.day.written)."
        case nil: return ""
        }
    }

    private func told(_ handover: ChainRecord.Handover) -> String {
        let meeting = handover.meeting
        return "Handed over on \(meeting.on.written), \(meeting.mode.title.inSentence), the customer there: "
            + "\(page.names.person(meeting.from.person)), \(page.names.organisation(meeting.from.organisation)), to "
            + "\(page.names.person(meeting.to.person)), \(page.names.organisation(meeting.to.organisation))."
    }
}
