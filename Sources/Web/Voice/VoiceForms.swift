import Casework
import Kernel
import Office

extension CaseForms {
    /// What customers ask and complain of, and its answers.
    static let voice: [any CaseForm.Type] = [
        AskForForm.self, ComplainForForm.self, AnswerQuestionForm.self, AcknowledgeComplaintForm.self,
        AnswerComplaintForm.self,
    ]
}

extension CaseFormVisit {
    /// - Refuses: one that is not there, or not for this reader.
    fileprivate func voice() throws -> Voice {
        let id: Identifier<Voice> = try item()
        guard let found = opened.seen.voices?.all.first(where: { $0.id == id }) else {
            throw Refusal("voice.none", "There is no such question here. Choose one from the customer’s page.")
        }
        return found
    }
}

private func quoted(_ voice: Voice) -> some HTML { blockquote { voice.words.value?.text ?? "Erased" } }

/// Answers a question.
struct AnswerQuestionForm: CaseForm {
    static let name = CaseFormName.answerQuestion
    static let title = "Answer a question"
    static let button = "Send this answer"
    static let said = Said.voiceAnswered
    static let hasItem = true

    let voice: Voice

    static func load(_ form: CaseFormVisit) async throws -> Self { AnswerQuestionForm(voice: try form.voice()) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            quoted(voice)
            TextArea("words", label: "Your answer", hint: VoiceSection.whereRead, in: state)
        }
    }
    func read(_ form: FormReader) throws -> AnswerQuestion {
        AnswerQuestion(voice: voice.id, words: try form.neededWords(label: "Your answer"))
    }
}

/// Says that a complaint is in hand.
struct AcknowledgeComplaintForm: CaseForm {
    static let name = CaseFormName.acknowledgeComplaint
    static let title = "Acknowledge a complaint"
    static let button = "Tell them you have it"
    static let said = Said.voiceAcknowledged
    static let hasItem = true

    let voice: Voice

    static func load(_ form: CaseFormVisit) async throws -> Self {
        AcknowledgeComplaintForm(voice: try form.voice())
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            quoted(voice)
            p {
                "They see on their own page, where they have one, that somebody has it, and the day by which they are answered."
            }
        }
    }
    func read(_ form: FormReader) throws -> AcknowledgeComplaint { AcknowledgeComplaint(voice: voice.id) }
}

/// Answers a complaint.
struct AnswerComplaintForm: CaseForm {
    static let name = CaseFormName.answerComplaint
    static let title = "Answer a complaint"
    static let button = "Send this answer"
    static let said = Said.voiceAnswered
    static let hasItem = true

    let voice: Voice

    static func load(_ form: CaseFormVisit) async throws -> Self { AnswerComplaintForm(voice: try form.voice()) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            quoted(voice)
            TextArea(
                "words", label: "Your answer",
                hint: "\(VoiceSection.whereRead) Say what you found and what changes.", in: state)
        }
    }
    func read(_ form: FormReader) throws -> AnswerComplaint {
        AnswerComplaint(voice: voice.id, words: try form.neededWords(label: "Your answer"))
    }
}
