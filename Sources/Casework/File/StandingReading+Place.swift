import Kernel

extension StandingReading {
    /// Where somebody is, in a line.
    var whereTheyAre: String {
        guard seesReferrals else {
            return registered.map { "Registered on \($0.recorded.day.written)." } ?? "Not registered."
        }
        guard let referral else {
            if let withdrawn = referrals.last?.withdrawn {
                return "Referral withdrawn on \(withdrawn.recorded.day.written)"
                    + (seesEveryReferral ? "; on no programme." : ".")
            }
            if let interview {
                return "Referral interview held on \(interview.event.recorded.day.written); not referred yet."
            }
            return registered.map { "Registered on \($0.recorded.day.written); on no programme." } ?? "Not registered."
        }
        if let attachment = referral.attachment { return place(attachment) }
        let title = programmes[referral.programme]?.title ?? referral.programme
        return "Referred to \(title) on \(referral.on.written). \(referral.state.title)."
    }

    private func place(_ attachment: Referral.Attachment) -> String {
        if let exit = referral?.exit, exit.on <= day {
            return
                "Attached from \(attachment.on.written) to \(exit.on.written): \(exit.reason.title.inSentence)\(work)."
        }
        guard day <= attachment.until else {
            return "Attached from \(attachment.on.written); the allotted time ended on \(attachment.until.written)"
                + "\(work)."
        }
        return "Attached since \(attachment.on.written); \(attachment.timeGone(on: day).written)\(work)\(offBenefit)."
    }

    private var work: String {
        guard let employment else { return "" }
        guard employment.heldJobs.contains(where: { $0.isOpen(on: day) }),
            let spell = employment.spells(until: day).last
        else { return seesAllWork ? "; not in work" : "" }
        return "; in work since \(spell.from.written)"
    }

    /// `; off benefit since 1 August 2012`, for whoever reads of their benefits; whether it is known or was only said.
    private var offBenefit: String {
        guard let circumstances, let since = circumstances.offBenefitSince(day) else { return "" }
        let isKnown = circumstances.benefits.map { circumstances.status(benefit: $0, on: day) }
            .contains { $0.on == false && $0.certainty == .known }
        return "; \(isKnown ? "" : "said to be ")off benefit since \(since.written)"
    }
}
