import Kernel

extension CaseFile {
    /// The acknowledgement, the attended contact and the attachment itself; nil when the contact is not on the record.
    func events(provingAttachment referral: Referral) -> [Identifier<Event<CaseFile>>]? {
        guard let attachment = referral.attachment,
            let contact = appointments.first(where: { $0.attendance != nil && $0.slot.day == attachment.on }),
            let attended = contact.outcome?.event.id
        else { return nil }
        return [referral.acknowledged?.id, attended, attachment.event.id].compactMap { $0 }
    }

    /// The jobs held, what was said of benefits and the proofs, each in order of id.
    func events(proving weeks: ArraySlice<WeekInWork>, offBenefit: [String]) -> [Identifier<Event<CaseFile>>] {
        let runs = weeks.runs
        var found: [Identifier<Event<CaseFile>>] = []
        found.reserveCapacity(weeks.count + 8)
        for run in runs {
            for job in employment.jobs.indices where employment.jobs[job].wasHeld(in: run) {
                found.append(employment.jobs[job].recorded.id)
            }
        }
        let jobs = found.settle(from: 0)
        for run in runs {
            circumstances.addStatements(covering: offBenefit, from: run.lowerBound, through: run.upperBound, to: &found)
        }
        let statements = found.settle(from: jobs)
        for week in weeks { for proof in week.proofs { found.append(proof.event) } }
        found.settle(from: statements)
        return found
    }

    /// The same for proofs of earnings.
    func events(proving earnings: [AcceptedProof], offBenefit: [String]) -> [Identifier<Event<CaseFile>>] {
        var found = earnings.map(\.job)
        let jobs = found.settle(from: 0)
        for proof in earnings {
            circumstances.addStatements(covering: offBenefit, from: proof.from, through: proof.until, to: &found)
        }
        let statements = found.settle(from: jobs)
        found += earnings.map(\.event)
        found.settle(from: statements)
        return found
    }
}

extension Job {
    /// Whether it was held on any day of a range.
    fileprivate func wasHeld(in days: ClosedRange<CalendarDay>) -> Bool {
        guard withdrawn == nil, started <= days.upperBound else { return false }
        guard let last else { return true }
        return last >= days.lowerBound
    }
}

extension [Identifier<Event<CaseFile>>] {
    /// Puts what was added from a place on in order, each only once.
    /// - Returns: the place after the last.
    @discardableResult
    fileprivate mutating func settle(from start: Int) -> Int {
        guard count - start > 1 else { return count }
        self[start...].sort()
        var kept = start
        for place in (start + 1)..<count where self[place] != self[kept] {
            kept += 1
            self[kept] = self[place]
        }
        removeLast(count - kept - 1)
        return count
    }
}

extension ArraySlice<WeekInWork> {
    /// The stretches of days that weeks in order make up, those that follow on joined.
    fileprivate var runs: [ClosedRange<CalendarDay>] {
        var runs: [ClosedRange<CalendarDay>] = []
        for week in self {
            if let last = runs.last, last.upperBound.adding(days: 1) == week.from {
                runs[runs.count - 1] = last.lowerBound...week.to
            } else {
                runs.append(week.from...week.to)
            }
        }
        return runs
    }
}
