import Casework
import Kernel

/// What the customer asked and complained of, as far as the reader sees it, the latest first.
struct VoiceSection: Component {
    let page: CustomerPage
    let voices: Voices

    var body: some HTML {
        Section("Questions and complaints", id: "voice") {
            ForEach(voices.all.reversed()) { voice in
                article {
                    p {
                        strong { "\(voice.kind.title) to \(page.names.organisation(voice.to))" }
                        ", \(voice.raised.recorded.day.written). "
                        tag(voice)
                    }
                    blockquote { voice.words.value?.text ?? "Erased" }
                    if let answer = voice.answer {
                        p {
                            "Answered by \(page.names.person(answer.event.by.person)) on \(answer.event.recorded.day.written): “\(answer.words.value?.text ?? "Erased")”"
                        }
                    } else {
                        buttons(voice)
                    }
                }
            }
        }
    }

    private func tag(_ voice: Voice) -> StatusTag {
        if voice.answer != nil { return StatusTag("Answered", .done) }
        let by = voice.answerBy(page.tools.rules.answers, in: page.seen.referral?.nation ?? .england)
        return by < page.day
            ? StatusTag("Was to be answered by \(by.written)", .attention)
            : StatusTag("To be answered by \(by.written)", .waiting)
    }

    @HTMLBuilder private func buttons(_ voice: Voice) -> some HTML {
        if voice.to == page.actor.organisation {
            OfferedButtons {
                if voice.kind == .question {
                    page.offers.link(.answerQuestion, "Answer", about: "this question", item: voice.id.description)
                } else {
                    if voice.acknowledged == nil {
                        page.offers.link(
                            .acknowledgeComplaint, "Acknowledge", about: "this complaint", item: voice.id.description)
                    }
                    page.offers.link(.answerComplaint, "Answer", about: "this complaint", item: voice.id.description)
                }
            }
        }
    }
}
