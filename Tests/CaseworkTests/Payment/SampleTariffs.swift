import Kernel

@testable import Casework

extension Programme {
    static let employerLetter = ProofKind(
        code: "employer-letter", title: "Employer's letter", word: "employer", shows: [.work], source: "test")
    static let payslip = ProofKind(
        code: "payslip", title: "Payslip", word: "employer", shows: [.work, .earnings, .hours], source: "test")
    static let customerWord = ProofKind(
        code: "customer-word", title: "The customer's word", word: "customer", shows: [.work], source: "test")

    /// The shape and the figures of `work-programme-fees.csv`.
    static let workProgramme: Programme = {
        var programme = Programme(id: "work-programme-2011", title: "Work Programme")
        programme.allottedTime = Figure(.weeks(104), .published, source: "test")
        programme.benefits = [BenefitKind(code: "JSA", title: "JSA"), BenefitKind(code: "ESA", title: "ESA")]
        programme.proofs = [employerLetter, payslip, customerWord]
        programme.reasons[.jobEnd] = [
            ProgrammeReason(code: "F-252", text: "Employer's money trouble"),
            ProgrammeReason(code: "other", text: "Another reason", needsNote: true),
        ]
        programme.tariff = Tariff(fees.map { TariffRow.workProgramme($0.0, $0.1, $0.2, $0.3, $0.4, $0.5) })
        return programme
    }()

    /// Group, attachment fee, job outcome fee, weeks, sustainment rate, most payments.
    static let fees: [(String, Int, Int, Int, Int, Int)] = [
        ("1", 400, 1200, 26, 170, 13), ("2", 400, 1200, 26, 215, 13), ("3", 400, 1200, 13, 250, 20),
        ("4", 400, 1200, 13, 250, 20), ("5", 400, 1000, 13, 115, 20), ("6", 600, 1200, 13, 235, 20),
        ("7", 600, 3500, 13, 370, 26), ("8", 400, 1000, 13, 145, 13), ("9", 300, 1200, 26, 200, 20),
    ]

    /// The other shape: £2,995.20 of proven earnings within 456 and 182 days.
    static let earningsProgramme: Programme = {
        var programme = workProgramme.changed(id: "work-and-health")
        programme.allottedTime = Figure(.days(456), .published, source: "test")
        var row = TariffRow(group: "2", attached: .always)
        row.outcome = .earnings(
            EarningsOutcome(
                fee: Figure(Money(pence: 150_000), .ours, source: "test"), hours: 16, weeks: 26,
                hourly: Money(pence: 720),
                supportDays: 456, trackingDays: 182))
        row.proof = ["payslip"]
        programme.tariff = Tariff([row])
        return programme
    }()

    func changed(id: String? = nil, _ change: (inout TariffRow) -> Void = { _ in }) -> Programme {
        var copy = Programme(id: id ?? self.id, title: title)
        copy.allottedTime = allottedTime
        copy.benefits = benefits
        copy.proofs = proofs
        copy.reasons = reasons
        copy.tariff = Tariff(
            tariff.rows.map {
                var row = $0
                change(&row)
                return row
            })
        return copy
    }
}

extension TariffRow {
    static func workProgramme(
        _ group: String, _ attachment: Int, _ outcome: Int, _ weeks: Int, _ rate: Int, _ most: Int
    )
        -> TariffRow
    {
        func fee(_ pounds: Int) -> Figure<Money> { Figure(Money(pence: pounds * 100), .published, source: "test") }
        var row = TariffRow(
            group: group, attached: DayRange(from: day("2011-06-01"), until: day("2014-03-31")))
        row.attachment = fee(attachment)
        row.outcome = .weeks(
            WeeksOutcome(fee: fee(outcome), weeks: Figure(weeks, .published, source: "test"), counted: .cumulative))
        row.sustainment = SustainmentTerms(
            fee: fee(rate), everyWeeks: 4, atMost: Figure(most, .derived, source: "test"),
            workingDaysAfter: Figure(15, .published, source: "test"), afterAllottedTime: .untilFirstBreak)
        row.offBenefit = ["JSA", "ESA"]
        row.proof = ["employer-letter", "payslip", "customer-word"]
        return row
    }
}
