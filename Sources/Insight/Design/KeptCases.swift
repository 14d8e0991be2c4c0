/// What a pathway asks of each case, kept until the log ends: when what it names happened, the first event, and when
/// the case ended.
///
/// It is twelve bytes an event kept and sixteen a case, and the name of a case where it is asked for.
struct KeptCases {
    private var activities: ContiguousArray<Int32> = []
    private var times: ContiguousArray<Int64> = []
    /// Where the events of each case end.
    private var ends: ContiguousArray<Int> = []
    /// When the last event of each case was; the least number of one that has none.
    private var lasts: ContiguousArray<Int64> = []
    /// By case; empty when names are not kept.
    private var names: [String?] = []
    private let keepsNames: Bool

    /// - Parameter keepsNames: whether each case is known by its name afterwards.
    init(keepingNames keepsNames: Bool) { self.keepsNames = keepsNames }

    var count: Int { ends.count }

    /// The numbers of what happened in any case.
    var told: Set<Int32> { Set(activities) }

    /// - Parameters:
    ///   - trace: a case in the order of time.
    ///   - known: the activities to keep; the first event may start a clock, whatever it is.
    ///   - name: as the log calls the case; nil when it does not.
    mutating func add(_ trace: Trace, keeping known: Set<Int32>, name: String?) {
        for (place, event) in trace.events.enumerated() where place == 0 || known.contains(event.activity) {
            activities.append(event.activity)
            times.append(event.time)
        }
        ends.append(times.count)
        lasts.append(trace.events.last?.time ?? .min)
        if keepsNames { names.append(name) }
    }

    subscript(number: Int) -> KeptCase {
        let range = (number == 0 ? 0 : ends[number - 1])..<ends[number]
        return KeptCase(
            events: range.map { KeptCase.Event(activity: activities[$0], time: times[$0]) }, last: lasts[number])
    }

    func name(_ number: Int) -> String? { number < names.count ? names[number] : nil }
}

/// One case, as far as a pathway asks.
struct KeptCase {
    struct Event {
        let activity: Int32
        let time: Int64
    }

    /// In the order of time.
    let events: [Event]
    /// When its last event was, kept or not.
    let last: Int64

    /// The place of the event of some activities that has a number among them, counted from 1.
    func place(of activities: Set<Int32>, time number: Int = 1, since place: Int = 0) -> Int? {
        events.indices[place...].lazy.filter { activities.contains(events[$0].activity) }.dropFirst(number - 1).first
    }

    func times(of activity: Int32) -> [Int64] { events.filter { $0.activity == activity }.map(\.time) }
}
