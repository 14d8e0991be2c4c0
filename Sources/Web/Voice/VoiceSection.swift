import Casework
import Kernel

/// What the customer asked and complained of, as far as the reader sees it, the latest first.
struct VoiceSection: Component {
    /// Where an answer reaches them.
    static let whereRead = "They read it on their own page. Without one, give them the letter once it is sent."

    let page: CustomerPage
    let voices: Voices

    var body: some HTML {
        Section("Questions and complaints", id: "voice") {
            if !page.seen.answerers.isEmpty {
                OfferedButtons {
                    page.offers.link(.askFor, "Take down a question")
                    page.offers.link(.complainFor, "Take down a complaint")
                }
            }
            ForEach(voices.all.reversed()) { voice in
                article {
                    p {
                        strong { "\(voice.kind.title) to \(page.names.organisation(voice.putTo))" }
                        ", \(voice.raised.day.written)\(how(voice)). "
                        tag(voice)
                    }
                    blockquote { voice.words.value?.text ?? "Erased" }
                    if let answer = voice.answer {
                        p {
                            "Answered by \(page.names.person(answer.event.by.person)) on \(answer.event.recorded.day.written): “\(answer.words.value?.text ?? "Erased")”"
                        }
                        if !page.isPast {
                            AnswerLetterLinks(
                                seen: page.seen, item: voice.id.description,
                                about: "of \(answer.event.recorded.day.written)",
                                wish: PrintWish(page.seen, tools: page.tools))
                        }
                    } else {
                        if let whose = whose(voice) { p { whose } }
                        buttons(voice)
                    }
                }
            }
        }
    }

    private func how(_ voice: Voice) -> String { voice.taken.map { ", \($0.how.title.inSentence)" } ?? "" }

    /// Who is to answer, where whoever was asked no longer helps them; nil while they do.
    private func whose(_ voice: Voice) -> String? {
        let asked = page.names.organisation(voice.putTo)
        if voice.to != voice.putTo {
            return "\(asked) does not answer this any more. \(page.names.organisation(voice.to)) does."
        }
        return voice.keeper.map {
            "\(asked) no longer helps them and still answers this. \(page.names.organisation($0)) reads it too."
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
