using UserService.Users;

namespace UserService.Tests.Users;

public class InMemoryUserStoreTests
{
    [Fact]
    public void A_full_store_refuses_until_a_user_is_removed()
    {
        var store = new InMemoryUserStore(capacity: 1);
        store.TryAdd(UserWithId(1));

        Assert.False(store.TryAdd(UserWithId(2)));
        Assert.True(store.Remove(UserWithId(1).Id));
        Assert.True(store.TryAdd(UserWithId(2)));
    }

    [Fact]
    public void Pages_follow_each_other_even_when_the_last_user_of_a_page_is_removed()
    {
        var store = new InMemoryUserStore();
        foreach (var number in new[] { 5, 3, 1, 4, 2 })
            store.TryAdd(UserWithId(number));

        var first = store.List(Guid.Empty, 2);
        store.Remove(first[^1].Id);
        var second = store.List(first[^1].Id, 2);
        var third = store.List(second[^1].Id, 2);

        Assert.Equal(["1", "2"], first.Select(user => user.Name));
        Assert.Equal(["3", "4"], second.Select(user => user.Name));
        Assert.Equal(["5"], third.Select(user => user.Name));
    }

    [Fact]
    public void Changing_a_user_that_is_not_there_changes_nothing()
    {
        var store = new InMemoryUserStore();

        Assert.Null(store.Change(UserWithId(1).Id, user => user));
        Assert.Empty(store.List(Guid.Empty, 10));
    }

    [Fact]
    public void Many_writers_at_once_lose_nothing()
    {
        const int Writers = 8;
        const int Changes = 500;
        var store = new InMemoryUserStore();
        store.TryAdd(UserWithId(0));

        Parallel.For(
            0,
            Writers,
            writer =>
            {
                for (var i = 1; i <= Changes; i++)
                {
                    store.TryAdd(UserWithId((writer * Changes) + i));
                    store.Change(UserWithId(0).Id, user => user with { Email = $"{int.Parse(user.Email) + 1}" });
                }
            }
        );

        Assert.Equal($"{Writers * Changes}", store.Find(UserWithId(0).Id)?.Email);
        Assert.Equal((Writers * Changes) + 1, store.List(UserWithId(0).Id, int.MaxValue).Count + 1);
    }

    static User UserWithId(int number) =>
        new(new Guid(number, 0, 0, new byte[8]), $"{number}", "0", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
