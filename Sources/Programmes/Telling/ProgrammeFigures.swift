public import Casework

/// Every figure of a programme, with where it stands and how far it can be trusted.
public struct ProgrammeFigures: Sendable, Equatable {
    public struct Entry: Sendable, Equatable {
        /// What it belongs to: `group 3`, `limits`.
        public let part: String
        public let name: String
        public let status: FigureStatus
        public let source: String
    }

    public private(set) var entries: [Entry] = []

    public init(_ programme: Programme) {
        add("allotted time", "length", programme.allottedTime)
        add("final payment", "ends support", programme.finalPaymentEnds)
        for asked in programme.circumstances { add("circumstance \(asked.code)", "hours a week", asked.held?.hours) }
        for row in programme.tariff.rows { add(row) }
        for conditionality in programme.conditionality { add(conditionality) }
        for kind in LimitKind.allCases {
            for entry in programme.limits[kind]?.entries ?? [] { add("limits", kind.rawValue, entry.value) }
        }
        for standard in programme.standards {
            entries.append(
                Entry(part: "standards", name: standard.id, status: standard.status, source: standard.source))
        }
        if let interviews = programme.interviews { add(interviews) }
        for fund in programme.funds { add(fund) }
    }

    private mutating func add<Value>(_ part: String, _ name: String, _ figure: Figure<Value>?) {
        guard let figure else { return }
        entries.append(Entry(part: part, name: name, status: figure.status, source: figure.source))
    }

    private mutating func add(_ row: TariffRow) {
        let part = "group \(row.group)"
        add(part, "attachment fee", row.attachment)
        switch row.outcome {
        case .weeks(let terms):
            add(part, "job outcome fee", terms.fee)
            add(part, "job outcome weeks", terms.weeks)
        case .earnings(let terms): add(part, "job outcome fee", terms.fee)
        case nil: break
        }
        add(part, "sustainment fee", row.sustainment?.fee)
        add(part, "sustainment payments", row.sustainment?.atMost)
        add(part, "working days before sustainment is payable", row.sustainment?.workingDaysAfter)
        add(part, "hours in a week", row.hoursAtLeast)
        add(part, "total", row.total)
    }

    private mutating func add(_ conditionality: Conditionality) {
        for ladder in conditionality.ladders.entries.map(\.value) {
            let part = "\(conditionality.benefit) ladder"
            entries.append(Entry(part: part, name: "steps", status: ladder.status, source: ladder.source))
            add(part, "weeks counted back", ladder.countsBack)
        }
    }

    private mutating func add(_ interviews: InterviewPathway) {
        for kind in interviews.customers {
            add("interviews", "number for \(kind.id)", kind.interviews)
            add("interviews", "first for \(kind.id)", kind.firstInDays)
        }
        add("interviews", "interval", interviews.intervalMonths)
        add("interviews", "window", interviews.windowWeeks)
        add("interviews", "length", interviews.minutes)
        add("interviews", "most in a day", interviews.dailyMost)
        add("interviews", "warning in a day", interviews.dailyWarning)
    }

    private mutating func add(_ fund: FundTerms) {
        let part = "fund \(fund.id)"
        add(part, "cap", fund.cap)
        add(part, "weekly", fund.weekly)
        add(part, "weeks", fund.weeksAtMost)
        add(part, "hours", fund.hoursAtLeast)
        add(part, "yearly earnings", fund.yearlyEarningsBelow)
    }
}
