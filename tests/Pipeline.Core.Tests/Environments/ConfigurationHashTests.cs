using System.Collections.Immutable;
using Pipeline.Core.Environments;

namespace Pipeline.Core.Tests.Environments;

public sealed class ConfigurationHashTests
{
    [Fact]
    public void Equal_settings_have_equal_hashes_and_different_ones_differ()
    {
        var settings = ImmutableSortedDictionary<string, string>.Empty.Add("A", "1").Add("B", "2");

        Assert.Equal(ConfigurationHash.Of(settings), ConfigurationHash.Of(settings.SetItem("A", "1")));
        Assert.NotEqual(ConfigurationHash.Of(settings), ConfigurationHash.Of(settings.SetItem("A", "2")));
    }

    [Fact]
    public void Moving_a_character_from_value_to_name_changes_the_hash()
    {
        var one = ImmutableSortedDictionary<string, string>.Empty.Add("AB", "C");
        var other = ImmutableSortedDictionary<string, string>.Empty.Add("A", "BC");

        Assert.NotEqual(ConfigurationHash.Of(one), ConfigurationHash.Of(other));
    }

    [Fact]
    public void A_revision_comes_back_from_its_text()
    {
        var revision = Tests.Rollouts.Plans.NewRevision;

        Assert.Equal(revision, Revision.Parse(revision.ToString()));
        Assert.Null(Revision.Parse("latest"));
        Assert.Null(Revision.Parse(null));
    }
}
