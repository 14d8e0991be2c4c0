import Casework
import Kernel

/// Reading interviews, stages and funds.
extension Fields {
    func interviews() -> InterviewPathway {
        InterviewPathway(
            customers: unique("customers", "a kind of customer", \.id) { $0.customerKind() },
            intervalMonths: wholeFigure("interval_months", 1...24),
            windowWeeks: figure("window_weeks", { $0.span(of: $1, "window_weeks") }, or: WholeRange()),
            minutes: wholeFigure("minutes", 5...480), screening: part("screening") { $0.screening() },
            dailyMost: wholeFigure("daily_most", 1...50), dailyWarning: wholeFigure("daily_warning", 1...50),
            deferralPauses: wordList("deferral_pauses"))
    }

    private func customerKind() -> InterviewPathway.CustomerKind {
        InterviewPathway.CustomerKind(
            id: words("id"), title: words("title"), interviews: wholeFigure("interviews", 0...60),
            firstInDays: optional("first_in_days").map {
                figure(of: $0, "first_in_days", { $0.span(of: $1, "first_in_days") }, or: WholeRange())
            },
            screened: flag("screened", or: false), source: trust.source ?? "")
    }

    private func screening() -> InterviewPathway.Screening {
        InterviewPathway.Screening(
            atInterview: whole("at_interview", 1...60), screenedIn: words("screened_in"),
            screenedOut: words("screened_out"), source: words("source"))
    }

    func stage() -> JourneyStage {
        JourneyStage(
            id: words("id"), title: words("title"), says: words("says"), next: wordList("next"), source: words("source")
        )
    }

    func fund() -> FundTerms {
        var fund = FundTerms(id: words("id"), title: words("title"), says: words("says"), source: words("source"))
        fund.cap = optionalMoneyFigure("cap")
        fund.weekly = optionalMoneyFigure("weekly")
        fund.weeksAtMost = optionalWholeFigure("weeks_at_most", 1...520)
        fund.hoursAtLeast = optionalWholeFigure("hours_at_least", 1...168)
        fund.yearlyEarningsBelow = optionalMoneyFigure("yearly_earnings_below")
        fund.awardedBy = optionalWords("awarded_by")
        fund.onlyFor = wordList("only_for")
        fund.refusedWhen = wordList("refused_when")
        fund.conditions = wordList("conditions")
        return fund
    }
}
