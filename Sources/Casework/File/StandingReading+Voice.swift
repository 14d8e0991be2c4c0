import Kernel

extension StandingReading {
    /// What the person asked for and has had no answer to.
    var voiceDues: [Due] {
        let nation = referral?.nation ?? .england
        var dues: [Due] = []
        for open in appointments {
            guard let asked = open.waitingMove else { continue }
            let hasStarted = open.slot.starts <= now
            dues.append(
                Due(
                    .answerMove, asked.event.recorded.day,
                    act: hasStarted ? .cancelAppointment : .moveAppointment, appointment: open.id,
                    "\(asked.written) to move the \(open.purpose.title.inSentence) on \(open.slot.day.written). "
                        + (hasStarted
                            ? "It has started, so cancel it as they asked, and book another time."
                            : "Move it, or tell them why not.")))
        }
        for voice in voices {
            let isComplaint = voice.kind == .complaint
            let asked = voice.raised.day.written
            if isComplaint, voice.acknowledged == nil {
                let last = voice.acknowledgeBy(rules.answers, in: nation)
                dues.append(
                    Due(
                        .answerComplaint, last, overdue: last < day, act: .answerComplaint, organisation: voice.to,
                        "They complained on \(asked). Acknowledge it by \(last.written)."))
                continue
            }
            let last = voice.answerBy(rules.answers, in: nation)
            dues.append(
                Due(
                    isComplaint ? .answerComplaint : .answerQuestion, last, overdue: last < day,
                    act: isComplaint ? .answerComplaint : .answerQuestion, organisation: voice.to,
                    "They \(isComplaint ? "complained" : "asked a question") on \(asked). Answer by \(last.written)."))
        }
        return dues
    }

    /// What the person asked about their record, for whoever keeps it: whoever answers for records there has it on a list of
    /// their own, and whoever helps the person sees when it is late (UK GDPR article 12(3)).
    var requestDues: [Due] {
        guard decides else { return [] }
        return requests.map { request in
            Due(
                .answerRequest, request.due, overdue: request.due < day, act: .answerRight,
                "They asked about their record on \(request.asked.on.written): \(request.asked.kind.title.inSentence). "
                    + "It is to be answered by \(request.due.written), by whoever answers for records here.")
        }
    }
}
