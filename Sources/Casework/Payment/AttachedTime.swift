import Kernel

/// The days on which work can count for one customer in one programme: from attachment to the end of the allotted time,
/// returns included.
struct AttachedTime {
    /// What a line needs to know of the referral it is earned under.
    struct Stay {
        let referral: Identifier<Referral>
        let on: CalendarDay
        let provider: Identifier<Organisation>?
        let workingDays: WorkingDays
    }

    /// The attachments, in order of day.
    let stays: [Stay]
    /// In order of day; attachments that touch or overlap are one.
    let windows: [ClosedRange<CalendarDay>]
    let afterwards: AfterAllottedTime

    /// - Parameter attached: referrals that led to attachment, in order of day, at least one.
    init(_ attached: [Referral], afterwards: AfterAllottedTime, _ workingDays: [Nation: WorkingDays]) {
        self.afterwards = afterwards
        var stays: [Stay] = []
        var windows: [ClosedRange<CalendarDay>] = []
        for referral in attached {
            guard let attachment = referral.attachment else { continue }
            stays.append(
                Stay(
                    referral: referral.id, on: attachment.on, provider: referral.prime,
                    workingDays: workingDays[referral.nation] ?? WorkingDays(referral.nation)))
            let until = max(attachment.on, attachment.until)
            if let last = windows.last, attachment.on <= last.upperBound.adding(days: 1) {
                windows[windows.count - 1] = last.lowerBound...max(last.upperBound, until)
            } else {
                windows.append(attachment.on...until)
            }
        }
        self.stays = stays
        self.windows = windows
    }

    /// The last day of the allotted time.
    var lastDay: CalendarDay { windows[windows.count - 1].upperBound }

    /// The attachment that days ending on this one belong to.
    func stay(for day: CalendarDay) -> Stay { stays.last { $0.on <= day } ?? stays[0] }
}

extension CaseFile {
    /// The referrals to a programme that led to attachment by a day, in order; those withdrawn are left out.
    func attachedReferrals(to programme: String, by day: CalendarDay) -> [Referral] {
        referrals
            .filter { $0.programme == programme && $0.withdrawn == nil && $0.attachment.map { $0.on <= day } ?? false }
            .sorted { ($0.attachment!.on, $0.id) < ($1.attachment!.on, $1.id) }
    }
}
