import Casework
import Kernel
import Office

/// Takes back an end of the programme that was recorded in error.
struct WithdrawExitForm: CaseForm {
    static let name = CaseFormName.withdrawExit
    static let title = "Withdraw the end of the programme"
    static let button = "Withdraw this end"
    static let said = Said.withdrawn

    let entry: WrongEntry

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let exit = try form.referral().exit
        let what = exit.map { "\($0.reason.title), \($0.on.written)." }
        return WithdrawExitForm(entry: try WrongEntry(.exit, exit?.event, what, on: form))
    }

    func fields(in state: FormState) -> Fragment {
        entry.fields("The help goes on as if no end had been recorded. No payment changes. Tell them next.", state)
    }

    func read(_ form: FormReader) throws -> WithdrawExit {
        WithdrawExit(exit: entry.event, why: try form.neededWords(label: WrongEntry.label))
    }
}

/// Takes back the last return that was recorded, in error.
struct WithdrawReturnForm: CaseForm {
    static let name = CaseFormName.withdrawReturn
    static let title = "Withdraw a return"
    static let button = "Withdraw this return"
    static let said = Said.withdrawn

    let entry: WrongEntry

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let back = try form.referral().returns.last
        let what = back.map { "Back on benefit since \($0.on.written)." }
        return WithdrawReturnForm(entry: try WrongEntry(.returned, back?.event, what, on: form))
    }

    func fields(in state: FormState) -> Fragment {
        entry.fields("It counts as if no return had been recorded. Tell them next.", state)
    }

    func read(_ form: FormReader) throws -> WithdrawReturn {
        WithdrawReturn(back: entry.event, why: try form.neededWords(label: WrongEntry.label))
    }
}

/// Takes back a summary that was handed back in error.
struct WithdrawHandBackForm: CaseForm {
    static let name = CaseFormName.withdrawHandBack
    static let title = "Withdraw the summary"
    static let button = "Withdraw this summary"
    static let said = Said.withdrawn

    let entry: WrongEntry

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let handedBack = try form.referral().handedBack
        let what = handedBack.map { "The summary handed back on \($0.event.recorded.day.written)." }
        return WithdrawHandBackForm(entry: try WrongEntry(.handBack, handedBack?.event, what, on: form))
    }

    func fields(in state: FormState) -> Fragment {
        entry.fields("Write the right summary next, and show it to them. They read on their page why.", state)
    }

    func read(_ form: FormReader) throws -> WithdrawHandBack {
        WithdrawHandBack(handBack: entry.event, why: try form.neededWords(label: WrongEntry.label))
    }
}

/// An entry about the end that is to be taken back.
struct WrongEntry: Sendable {
    static let label = "What was wrong?"

    let event: Identifier<Event<CaseFile>>
    let what: String

    /// - Refuses: where no such entry stands. Sent again, the form is about the one that it took back.
    init(_ entry: EndEntry, _ standing: EventStamp?, _ what: String?, on form: CaseFormVisit) throws {
        let gone = try form.isSent ? form.referral().takenBack.last { $0.entry == entry }?.wrong : nil
        // Described for anybody, it is about nobody's record.
        let specimen = form.opened.seen.id == SpecimenCase.id ? SpecimenCase.events.first?.id : nil
        guard let event = standing?.id ?? gone ?? specimen else {
            throw Refusal(
                "end.none-wrong",
                "\(entry.words.capitalisedFirst) is not recorded here, so there is nothing to withdraw.")
        }
        self.event = event
        self.what = what ?? ""
    }

    func fields(_ follows: String, _ state: FormState) -> Fragment {
        Fragment {
            p { what }
            p { "\(follows) The mistake and its correction are both kept." }
            TextArea("words", label: Self.label, hint: "The customer can read this", in: state)
        }
    }
}
