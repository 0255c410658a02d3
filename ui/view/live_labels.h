// The labels as they are seen: composed, with the stroke in progress on top.
#pragma once

#include "ui/session/session.h"
#include "ui/tools/stroke_mask.h"

#include <span>

namespace limn {

class LiveLabels {
public:
    LiveLabels(const Session& session, const StrokeMask* stroke); // stroke may be null
    LiveLabels(const Session& session, std::span<const Label> labels); // others than those composed

    Size size() const { return m_size; }

    // Row y of the current slice at the given columns; a negative column gives background (labels)
    // or untouched (human bytes), as does a row outside the picture.
    void labels(int y, std::span<const int> columns, std::span<Label> out) const;
    void human(int y, std::span<const int> columns, std::span<Label> out) const;

    // By the model alone, almost certainly; false where no model has run.
    bool isSureBackground(int x, int y) const;

    // Row y from column x on; background for a row outside.
    void labelsFrom(int x, int y, std::span<Label> out) const;
    // Whether a person decided any of `count` pixels of row y from column x on.
    bool hasHuman(int x, int y, std::size_t count) const;

private:
    std::span<const Label> rowOf(std::span<const Label> values, int y) const;
    std::span<const std::uint8_t> strokeOf(int y) const; // of the stroke's box; empty: none
    void read(std::span<const Label> values, Label outside, int y, std::span<const int> columns,
              std::span<Label> out) const;

    void giveBack(int y, std::span<const int> columns, std::span<Label> out) const;
    Label givenBack(int x, int y) const;

    const Session& m_session;
    Size m_size;
    std::span<const Label> m_labels, m_human;
    const StrokeMask* m_stroke;
};

} // namespace limn
