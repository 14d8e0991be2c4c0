import Casework
import Kernel

/// How somebody's time on a programme ended, what was handed back, and what of it can be taken back as recorded in error.
struct EndLines: Component {
    let page: CustomerPage
    let referral: Referral

    var body: some HTML {
        if let exit = referral.exit {
            p {
                "Ended on \(exit.on.written): \(exit.reason.title.inSentence). "
                if let words = exit.words.value { "Written for them: “\(words.text)” " }
                page.offers.end(.withdrawExit, "Withdraw this end")
            }
        }
        if let back = referral.returns.last {
            p {
                "Came back on \(back.on.written). "
                page.offers.end(.withdrawReturn, "Withdraw this return")
            }
        }
        if let handedBack = referral.handedBack {
            if let summary = handedBack.summary.value {
                Disclosure("The provider's summary") { p { summary.text } }
            }
            p {
                "The summary came on \(handedBack.event.recorded.day.written). "
                if let read = handedBack.read {
                    "It was read on \(read.recorded.day.written). "
                } else {
                    "It is not recorded as read. "
                }
                if handedBack.event.by.organisation == page.actor.organisation {
                    page.offers.end(.withdrawHandBack, "Withdraw this summary")
                }
            }
        }
    }
}

extension OfferedForms {
    /// A plain link to what is seldom done about the end; nil when the reader may not send it.
    fileprivate func end(_ form: CaseFormName, _ text: String) -> Link? {
        may(form) ? Link(text, to: SiteURL.form(form, subject).address) : nil
    }
}
