import Insight

/// What people came back to, where they stop, and which person hands them to which: each a table that opens.
struct JourneyTurns: Component {
    let map: ToldMap

    private var loops: [JourneyMap.Loop] { map.loops }
    private var deadEnds: [JourneyMap.DeadEnd] { map.deadEnds }
    private var handed: [ToldMap.Edge] { ToldMap.mostFirst(map.betweenPeople) }

    var body: some HTML {
        if !loops.isEmpty {
            Disclosure("What people came back to (\(loops.count))") {
                DataTable(
                    "What happened more than once to five people or more", rows: loops, captionIsUnseen: true,
                    columns: [
                        Column("What", .heading) { loop in loop.activity },
                        Column("People", .number) { loop in grouped(loop.cases) },
                        Column("Times after the first", .number) { loop in grouped(loop.again) },
                    ])
            }
        }
        if !deadEnds.isEmpty {
            Disclosure("Where some stop and more go on (\(deadEnds.count))") {
                p { "Somebody whose journey still goes on stands where it has come to." }
                DataTable(
                    "What was the last that happened to five people or more", rows: deadEnds, captionIsUnseen: true,
                    columns: [
                        Column("What", .heading) { end in end.activity },
                        Column("Stopped", .number) { end in grouped(end.ended) },
                        Column("Went on", .number) { end in grouped(end.wentOn) },
                    ])
            }
        }
        if !handed.isEmpty {
            Disclosure("Which person hands them to which (\(handed.count))") {
                p { "Those who work with people stand here by their references, without their names." }
                StepsTable("One person acting next after another", handed)
            }
        }
    }
}
