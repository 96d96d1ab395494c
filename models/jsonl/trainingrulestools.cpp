// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingrules.h"

#include <algorithm>

namespace odc::training {

namespace {

using enum TrainingFault;

/// Letters, digits, "_" and "-", 64 of them at the most.
bool isFunctionName(std::string_view name)
{
    constexpr size_t most = 64;
    return !name.empty() && name.size() <= most && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

/// What a function is: the same in a tool and in the list of before there were tools.
void checkFunction(Line &line, dom::object function)
{
    enum { Name, Description, Parameters, Strict, Count };
    static constexpr std::array<std::string_view, Count> names{"name", "description", "parameters", "strict"};
    const Members<Count> members(line, function, names, Members<Count>::Others::Told);
    std::string_view name;
    if (!members.has(Name)) {
        line.addAt(names[Name], MissingMember);
        line.areToolsBroken = true;
    } else if (members[Name].get(name)) {
        line.addAt(names[Name], WantsText);
        line.areToolsBroken = true;
    } else {
        if (!isFunctionName(name))
            line.addAt(names[Name], WrongFunctionName, name);
        if (std::find(line.functions.begin(), line.functions.end(), name) != line.functions.end())
            line.addAt(names[Name], FunctionTwice, name);
        else
            line.functions.push_back(name);
    }
    if (members.has(Description) && !members[Description].is_string())
        line.addAt(names[Description], WantsText);
    if (members.has(Parameters) && !members[Parameters].is_object())
        line.addAt(names[Parameters], WantsObject);
    if (members.has(Strict) && !members[Strict].is_bool())
        line.addAt(names[Strict], WantsBool);
}

void checkTool(Line &line, dom::element tool)
{
    enum { Type, Function, Count };
    static constexpr std::array<std::string_view, Count> names{"type", "function"};
    dom::object object;
    if (tool.get(object)) {
        line.add(WantsObject);
        line.areToolsBroken = true;
        return;
    }
    const Members<Count> members(line, object, names, Members<Count>::Others::Told);
    std::string_view type;
    if (!members.has(Type))
        line.addAt(names[Type], MissingMember);
    else if (members[Type].get(type) || type != "function")
        line.addAt(names[Type], ToolNotFunction, type);
    dom::object function;
    if (!members.has(Function)) {
        line.addAt(names[Function], MissingMember);
        line.areToolsBroken = true;
    } else if (members[Function].get(function)) {
        line.addAt(names[Function], WantsObject);
        line.areToolsBroken = true;
    } else {
        const Line::Inside inside(line, names[Function]);
        checkFunction(line, function);
    }
}

} // namespace

void addLetters(dom::element value, Letters &letters)
{
    switch (value.type()) {
    case dom::element_type::STRING:
        letters.add(value.get_string().value_unsafe());
        break;
    case dom::element_type::ARRAY:
        for (const dom::element each : dom::array(value))
            addLetters(each, letters);
        break;
    case dom::element_type::OBJECT:
        for (const auto &[key, each] : dom::object(value)) {
            letters.add(key);
            addLetters(each, letters);
        }
        break;
    default:
        break;
    }
}

void checkTools(Line &line, dom::element tools)
{
    const Line::Inside inside(line, "tools");
    dom::array list;
    if (tools.get(list)) {
        line.add(WantsList);
        line.areToolsBroken = true;
        return;
    }
    qint64 index = 0;
    for (const dom::element tool : list) {
        const Line::Inside entry(line, index++);
        checkTool(line, tool);
    }
    line.figures.hasTools = line.figures.hasTools || index > 0;
    addLetters(tools, line.figures.text);
}

void checkFunctions(Line &line, dom::element functions)
{
    const Line::Inside inside(line, "functions");
    dom::array list;
    if (functions.get(list)) {
        line.add(WantsList);
        line.areToolsBroken = true;
        return;
    }
    qint64 index = 0;
    for (const dom::element each : list) {
        const Line::Inside entry(line, index++);
        dom::object function;
        if (!each.get(function)) {
            checkFunction(line, function);
            continue;
        }
        line.add(WantsObject);
        line.areToolsBroken = true;
    }
    line.figures.hasTools = line.figures.hasTools || index > 0;
    addLetters(functions, line.figures.text);
}

void checkCall(Line &line, dom::element function, Letters &letters)
{
    enum { Name, Arguments, Count };
    static constexpr std::array<std::string_view, Count> names{"name", "arguments"};
    dom::object object;
    if (function.get(object)) {
        line.add(WantsObject);
        return;
    }
    const Members<Count> members(line, object, names, Members<Count>::Others::Told);
    std::string_view name;
    if (!members.has(Name))
        line.addAt(names[Name], MissingMember);
    else if (members[Name].get(name))
        line.addAt(names[Name], WantsText);
    else if (!line.areToolsBroken &&
             std::find(line.functions.begin(), line.functions.end(), name) == line.functions.end())
        line.addAt(names[Name], UnknownFunction, name);
    std::string_view arguments;
    if (!members.has(Arguments))
        line.addAt(names[Arguments], MissingMember);
    else if (members[Arguments].get(arguments))
        line.addAt(names[Arguments], WantsText);
    else if (!line.isObjectText(arguments))
        line.addAt(names[Arguments], ArgumentsNotJson);
    letters.add(name);
    letters.add(arguments);
}

} // namespace odc::training
