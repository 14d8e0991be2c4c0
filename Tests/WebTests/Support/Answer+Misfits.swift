import HTTPTypes
import Kernel

@testable import Web

extension APIProgram.Answer {
    /// Where the answer is not of the form that the description gives the answers of an operation.
    func misfits(_ operation: String) -> [String] {
        guard let found = Operation.all.first(where: { $0.id == operation }) else { return ["no such operation"] }
        guard status == found.status.code else { return ["answered \(status): \(json)"] }
        return found.answers.misfits(of: json)
    }
}

extension SchemaType {
    fileprivate func misfits(of value: JSON, at place: String = "answer") -> [String] {
        if let name = json["$ref"]?.string {
            guard let named = components[name.replacing("#/components/schemas/", with: "")] else {
                return ["\(place): \(name) is not described"]
            }
            return SchemaType(json: named, components: components).misfits(of: value, at: place)
        }
        if let codes = json["enum"]?.array, !codes.contains(value) { return ["\(place): \(value) is none of \(codes)"] }
        switch json["type"]?.string {
        case "object": return objects(value, place)
        case "array":
            guard let values = value.array else { return ["\(place): no list"] }
            let element = SchemaType(json: json["items"] ?? [:], components: components)
            let many = json["maxItems"]?.int.map { values.count > $0 } == true ? ["\(place): too many"] : []
            return many + values.enumerated().flatMap { element.misfits(of: $1, at: "\(place)[\($0)]") }
        case "string":
            guard let text = value.string else { return ["\(place): no text"] }
            return reads(text) ? [] : ["\(place): “\(text)” is no \(json["format"]?.string ?? "")"]
        case "integer": return value.int == nil ? ["\(place): no whole number"] : []
        case "boolean": return value.bool == nil ? ["\(place): neither true nor false"] : []
        default: return []
        }
    }

    private func objects(_ value: JSON, _ place: String) -> [String] {
        guard let members = value.members else { return ["\(place): no object"] }
        // Where no member is named, any may stand there.
        guard let known = json["properties"]?.members else { return [] }
        let missing = (json["required"]?.array ?? []).compactMap(\.string)
            .filter { name in !members.contains { $0.name == name } }.map { "\(place).\($0): left out" }
        return missing
            + members.flatMap { member -> [String] in
                guard let type = known.first(where: { $0.name == member.name })?.value else {
                    return ["\(place).\(member.name): not described"]
                }
                return SchemaType(json: type, components: components)
                    .misfits(of: member.value, at: "\(place).\(member.name)")
            }
    }

    private func reads(_ text: String) -> Bool {
        switch json["format"]?.string {
        case "date": (try? CalendarDay(text)) != nil
        case "date-time": (try? Instant(text)) != nil
        case "uuid": (try? Identifier<Never>(text)) != nil
        default: true
        }
    }
}
