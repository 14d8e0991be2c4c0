import Kernel

extension ContactTry {
    /// Whether the person was spoken with, or answered; a letter goes one way (M-069).
    var isTwoWay: Bool { reached && route != .letter }
}

extension Referral {
    /// The day of the last contact both ways before a day or on it: a meeting they came to, a warm handover, or a call or a
    /// message that they answered (G-095, M-069).
    func lastTwoWayContact(_ appointments: [Appointment], until day: CalendarDay) -> CalendarDay? {
        let met = appointments.compactMap { $0.attendance == nil ? nil : $0.slot.day }
        let answered = chain.contacts.map(\.attempt).filter(\.isTwoWay).map(\.on)
        return (met + answered + chain.handovers.map(\.meeting.on)).filter { $0 <= day }.max()
    }

    /// The day of the first contact both ways since the referral was made; nil while there is none (G-101).
    func firstTwoWayContact(_ appointments: [Appointment]) -> CalendarDay? {
        let met = meetings(among: appointments).compactMap { $0.attendance == nil ? nil : $0.slot.day }
        let answered = chain.contacts.map(\.attempt).filter(\.isTwoWay).map(\.on)
        return (met + answered + chain.handovers.map(\.meeting.on)).min()
    }

    /// The attempts after a day that brought no word from the person, letters among them, in the order of record (G-119).
    func unanswered(after day: CalendarDay) -> [ContactTry] {
        chain.contacts.map(\.attempt).filter { !$0.isTwoWay && $0.on > day }
    }
}
