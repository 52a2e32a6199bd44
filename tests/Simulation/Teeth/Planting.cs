using System.Text;

namespace OrleansWallet.Simulation.Teeth;

/// <summary>Writes all mutations into one text, each apart from the others.</summary>
internal static class Planting
{
    /// <exception cref="PlantingException">
    /// A snippet doesn't occur exactly once, or two mutations change the same characters.
    /// </exception>
    public static string Apply(
        string file, string text, IEnumerable<(string Mutation, MutationEdit Edit)> edits)
    {
        var changes = edits.Select(e => Change.Of(file, text, e.Mutation, e.Edit))
            .OrderBy(c => c.From).ThenBy(c => c.To).ToList();
        var result = new StringBuilder();
        var at = 0;
        Change? before = null;
        foreach (var change in changes)
        {
            if (change.From < at)
            {
                throw new PlantingException(
                    $"{before!.Mutation} and {change.Mutation} change the same place of {file}");
            }

            result.Append(text, at, change.From - at).Append(change.New);
            at = change.To;
            before = change;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    // Only the characters that differ, so that mutations may share the lines around.
    private sealed record Change(string Mutation, int From, int To, string New)
    {
        public static Change Of(string file, string text, string mutation, MutationEdit edit)
        {
            var from = text.IndexOf(edit.Old, StringComparison.Ordinal);
            if (from < 0 || text.IndexOf(edit.Old, from + 1, StringComparison.Ordinal) >= 0)
            {
                throw new PlantingException(
                    $"{mutation}: its snippet stands {(from < 0 ? "nowhere" : "twice or more")} "
                    + $"in {file}:\n{edit.Old}");
            }

            var shorter = Math.Min(edit.Old.Length, edit.New.Length);
            var head = 0;
            while (head < shorter && edit.Old[head] == edit.New[head])
            {
                head++;
            }

            var tail = 0;
            while (tail < shorter - head && edit.Old[^(tail + 1)] == edit.New[^(tail + 1)])
            {
                tail++;
            }

            return new Change(
                mutation, from + head, from + edit.Old.Length - tail,
                edit.New[head..^tail]);
        }
    }
}
