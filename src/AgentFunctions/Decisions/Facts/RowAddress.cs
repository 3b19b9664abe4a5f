namespace AgentFunctions.Decisions.Facts;

/// <summary>Where a row is. Every table has rows of its own shape, so the table is part of it.</summary>
internal readonly record struct RowAddress(string Table, string Partition, string Row);
