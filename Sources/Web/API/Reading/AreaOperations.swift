import Casework
import HTTPTypes
import Kernel
import Office
import Records

extension Operation {
    /// The areas with their published registers of draws, and the shares that draws go by.
    static var areas: [Operation] { [readAreas, readArea, readDraws, setShares] }

    private static let section = "Areas and draws"
    private static let area = Parameter.path("area", "The area.")

    private static var readAreas: Operation {
        Operation(
            method: .get, path: "/areas", id: "readAreas", summary: "The areas in which a draw decides who helps",
            section: section, answers: .list(Shape<AreaRead>.area.type)
        ) { call in
            try call.bearer.require(.readDraws)
            let found = try await call.visit.areas()
            return APIAnswer(
                Shape<AreaRead>.area.list(found.areas.map { AreaRead(area: $0, names: found.names) }))
        }
    }

    private static var readArea: Operation {
        Operation(
            method: .get, path: "/areas/{area}", id: "readArea", summary: "One area, its keys and its shares",
            section: section, parameters: [area], answers: Shape<AreaRead>.area.type, problems: [.notFound]
        ) { call in
            try call.bearer.require(.readDraws)
            return APIAnswer(Shape<AreaRead>.area.json(try await call.area()))
        }
    }

    private static var readDraws: Operation {
        Operation(
            method: .get, path: "/areas/{area}/draws", id: "readDraws",
            summary: "The register of an area's draws, in order",
            about: "With its shares and the published keys everything that anybody needs to make each draw again.",
            section: section,
            parameters: [
                area,
                .query(
                    "at", "The number to go on after, as `next` gave it.",
                    SchemaType(json: ["type": "integer", "minimum": 0])), .limit,
            ], answers: Shape<ListAnswer<DrawRead>>.page(of: .draw).type, problems: [.notFound]
        ) { call in
            try call.bearer.require(.readDraws)
            let area = try await call.area()
            let (after, limit) = (call.query("at").flatMap { Int($0) } ?? 0, call.limit)
            let found = try await call.office.database.read { [id = area.area.id] connection in
                try DrawRegisterQuery.page(of: id, after: after, limit: limit, in: connection)
            }
            let next = found.last.flatMap { $0.draw.number < area.area.draws ? String($0.draw.number) : nil }
            return APIAnswer(
                Shape<ListAnswer<DrawRead>>.page(of: .draw).json(
                    ListAnswer(
                        rows: found.map { DrawRead(entry: $0, area: area) }, next: next,
                        previous: after > 0 ? String(max(0, after - limit)) : nil)))
        }
    }

    private static var setShares: Operation {
        let described = FormDescription { form in
            _ = try ShareSetting(
                form, programmes: [], providers: [(id: Identifier(high: 0, low: 0), name: "A provider")],
                on: CalendarDay(number: 15_490))
        }
        return Operation(
            method: .post, path: "/areas/{area}/shares", id: "setShares",
            summary: "Set what chance each provider of an area has, from a day on",
            about:
                "For whoever commissions it. `share-` and a provider's reference is that provider's share in per cent, as \"33.33\"; they add up to 100. What was set before is kept; sent again, the same is set once.",
            section: section, parameters: [area], takes: SchemaType(json: described.schema),
            answers: Shape<AreaRead>.area.type, problems: [.notFound]
        ) { call in
            try call.bearer.require(.setShares)
            let form = try await SharesForm.load(call.visit)
            let setting = try await call.read(form.read)
            let area = try await call.area()
            try await call.office.setShares(setting, of: area.area.id, as: call.actor)
            return APIAnswer(Shape<AreaRead>.area.json(try await call.area()))
        }
    }
}

extension APICall {
    /// The area that the address names.
    fileprivate func area() async throws -> AreaRead {
        let found = try await visit.area()
        return AreaRead(area: found.area, names: found.names)
    }
}
